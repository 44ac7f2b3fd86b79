package dev.muster.mail;

/**
 * What a letter says, with merge fields such as {@code {{first_name}}}.
 *
 * @param text paragraphs, parted by blank lines; one that is a single merge field may become a button or a table
 */
public record LetterTemplate(String subject, String text) {}
