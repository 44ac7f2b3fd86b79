package dev.muster.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves the hub.
 *
 * @param address the mail server; null where there is none, and mails are kept
 * @param lastTaken when it took a letter last; null for not lately
 * @param lastFailure what it last said to a letter that it did not take; null for not lately
 */
public record ServerStanding(
        @Nullable Address address,
        @Nullable Instant lastTaken,
        @Nullable Failure lastFailure) {

    /** How the way to the server is closed to others. */
    public enum Encryption {
        NONE,
        /** STARTTLS where the server offers it. */
        OFFERED,
        /** STARTTLS or nothing. */
        REQUIRED,
        /** TLS from the first byte. */
        TLS
    }

    /** Where the server is. */
    public record Address(String host, int port, Encryption encryption) {}

    /** One letter that was not taken. */
    public record Failure(Instant at, String words) {}
}
