package dev.muster.mail;

/**
 * What became of a test mail.
 *
 * @param words the mail server's own; empty where there are none
 */
public record TestAnswer(MailState state, String words) {}
