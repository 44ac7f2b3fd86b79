package dev.muster.imports.ui;

import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import org.jspecify.annotations.Nullable;

/**
 * How long an import still takes, rounded as a person would say it.
 *
 * @param textKey the key of the text; {0} in it is {@code number}
 */
record TimeLeft(String textKey, long number) {

    private static final int SHORT = 5;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** Returns what to say about {@code one}, which has not ended. */
    static TimeLeft of(ImportSnapshot one) {
        if (one.delay() != null) {
            return switch (one.delay()) {
                case ANOTHER_IMPORT -> new TimeLeft("imports.left.another", 0);
                case DATABASE -> new TimeLeft("imports.left.database", 0);
                case RESTART -> new TimeLeft("imports.left.restart", 0);
            };
        }
        if (one.state() == ImportState.QUEUED) {
            return new TimeLeft("imports.left.waiting", 0);
        }
        return of(one.secondsLeft());
    }

    private static TimeLeft of(@Nullable Long seconds) {
        if (seconds == null) {
            return new TimeLeft("imports.left.unknown", 0);
        }
        if (seconds < SHORT) {
            return new TimeLeft("imports.left.short", SHORT);
        }
        if (seconds <= MINUTE - SHORT) {
            return new TimeLeft("imports.left.seconds", Math.round(seconds / (double) SHORT) * SHORT);
        }
        if (seconds <= HOUR - MINUTE) {
            return new TimeLeft("imports.left.minutes", Math.max(1, Math.round(seconds / (double) MINUTE)));
        }
        return new TimeLeft("imports.left.hours", Math.max(1, Math.round(seconds / (double) HOUR)));
    }
}
