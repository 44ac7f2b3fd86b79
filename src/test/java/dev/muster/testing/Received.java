package dev.muster.testing;

/** A letter as the mail server got it; the same letter may come more than once. */
public record Received(String to, String messageId, String subject, String text) {}
