package dev.muster.mail;

/** Why no mail goes out: {@code bounced} of the last {@code of} mails did. */
public record SendingPause(int bounced, int of) {}
