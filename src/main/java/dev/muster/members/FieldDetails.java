package dev.muster.members;

/**
 * A custom profile field as its form shows it.
 *
 * @param version goes up with every change of name, type, flags or choices; the form hands it back when it saves
 */
public record FieldDetails(FieldDefinition definition, long version) {}
