package dev.muster.members;

import java.util.List;

/**
 * A custom profile field as the admin defined it.
 *
 * @param choices the values that a select field offers, in their order; empty for a text field, and for a select field
 *     that takes any value
 * @param addsUnknownChoices whether an import adds values that are not among the choices
 */
public record FieldDefinition(
        FieldId id,
        String name,
        FieldType type,
        List<String> choices,
        boolean shownToMember,
        boolean addsUnknownChoices) {

    public FieldDefinition {
        choices = List.copyOf(choices);
    }
}
