package dev.muster.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a letter that the mail server did not take yet is tried again. */
final class RetryDelays {

    static final Duration FIRST = Duration.ofMinutes(1);

    private static final List<Duration> DELAYS =
            List.of(FIRST, Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

    /** As long as mail servers commonly try (RFC 5321, 4.5.4.1). */
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

    private RetryDelays() {}

    /**
     * Returns when to try again, or empty when it has been tried for five days.
     *
     * @param tries how often it was tried since {@code firstTry}, with that one
     */
    static Optional<Instant> next(Instant firstTry, int tries, Instant now) {
        if (!now.isBefore(firstTry.plus(GIVE_UP_AFTER))) {
            return Optional.empty();
        }
        return Optional.of(now.plus(DELAYS.get(Math.min(tries, DELAYS.size()) - 1)));
    }
}
