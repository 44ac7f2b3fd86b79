package dev.muster.mail;

/** Identifies a letter in the outbox. */
public record MailId(long value) {}
