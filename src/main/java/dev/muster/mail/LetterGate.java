package dev.muster.mail;

import java.util.Optional;

/** Has the last word on letters to members, asked when each is about to go out. Implemented by who writes them. */
public interface LetterGate {

    /**
     * Returns why the letter must not go out any more, in words for the Outbox; empty where it may.
     *
     * @param addressee whom it is for
     * @param address where it would go
     */
    Optional<String> objection(Addressee addressee, String address);
}
