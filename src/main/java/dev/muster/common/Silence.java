package dev.muster.common;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which nothing ran on the database, as far as it knows: Muster was stopped, or the database was put back to
 * an earlier state.
 *
 * @param from when it last showed that Muster ran on it
 * @param until when Muster was back
 * @param isSetBack whether the database was seen in a later state before: then it is a restored one for sure
 */
public record Silence(Instant from, Instant until, boolean isSetBack) {

    /** Tells whether it was longer than {@code most}, or is one that cannot be by a mere stop. */
    public boolean isLongerThan(Duration most) {
        return isSetBack || length().compareTo(most) > 0;
    }

    /** Returns how long it was. */
    public Duration length() {
        return Duration.between(from, until);
    }
}
