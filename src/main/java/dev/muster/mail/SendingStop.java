package dev.muster.mail;

import java.time.Instant;

/** Why no mail goes out. Everything that is written meanwhile stays queued. */
public sealed interface SendingStop {

    /** From when on. */
    Instant since();

    /** Tells whether it stands until somebody ends it; else sending goes on by itself once it can. */
    default boolean waitsForSomebody() {
        return switch (this) {
            case Bounces _, Standstill _ -> true;
            case Trouble _ -> false;
        };
    }

    /** Too many mails came back: {@code bounced} of the last {@code of}. */
    record Bounces(int bounced, int of, Instant since) implements SendingStop {}

    /**
     * The database stood still while mail was on its way, as it does when a backup is restored.
     *
     * @param from when it last showed that Muster ran on it
     * @param since when Muster was back
     */
    record Standstill(Instant from, Instant since) implements SendingStop {}

    /**
     * The mail server takes no mail at all.
     *
     * @param words the server's, or what happened to the connection
     * @param tries how often it was tried
     */
    record Trouble(Fault fault, String words, int tries, Instant since, Instant nextTryAt) implements SendingStop {}

    /** What is wrong with the mail server, or with what Muster was told about it. */
    enum Fault {
        /** It does not know Muster's name or password: trying often would lock the account. */
        LOGIN,
        /** It offers no TLS where that is required, or nothing to trust. */
        TLS,
        /** It is not there, or says nothing. */
        AWAY,
        /** It is there, and wants no mail. */
        REFUSAL
    }
}
