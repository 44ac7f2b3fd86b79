package dev.muster.mail;

/**
 * A letter as its reader would have it; its links lead to nobody.
 *
 * @param html a whole page; to be shown where it can run nothing
 */
public record SampleLetter(String toName, String toAddress, String subject, String html, String text) {}
