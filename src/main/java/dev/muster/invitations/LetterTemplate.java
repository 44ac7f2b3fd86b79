package dev.muster.invitations;

/**
 * What a letter says, with merge fields such as {@code {{first_name}}}.
 *
 * @param text paragraphs, parted by blank lines; one that is the merge field of the link alone becomes a button
 */
public record LetterTemplate(String subject, String text) {}
