package dev.muster.mail;

import java.time.Instant;

/** Letters that are not written yet, and will be without anybody asking for them then: promised, or by the calendar. */
public interface LettersToCome {

    /** Returns how many there are that were promised, or came due, before {@code moment}. */
    long countBefore(Instant moment);

    /**
     * Has those never written, as if they had been, in the caller's transaction.
     *
     * @return how many
     */
    long dropBefore(Instant moment);
}
