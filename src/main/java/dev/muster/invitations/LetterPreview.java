package dev.muster.invitations;

/**
 * A letter as somebody would read it; its links lead nowhere.
 *
 * @param html a whole page; to be shown where it can run nothing
 */
public record LetterPreview(String toName, String from, String subject, String html) {}
