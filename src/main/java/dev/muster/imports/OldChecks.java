package dev.muster.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes what checks left behind that nobody wants any more. */
@Component
class OldChecks {

    private static final Logger LOG = LoggerFactory.getLogger(OldChecks.class);

    private static final Duration STAY = Duration.ofHours(24);

    /** As long as an import that failed or was cancelled is likely to be resumed; later it is not compared any more. */
    private static final Duration STAY_FOR_AN_UNFINISHED_IMPORT = Duration.ofDays(30);

    private final ImportChecks checks;
    private final CheckLeftovers leftovers;
    private final Clock clock;

    OldChecks(ImportChecks checks, CheckLeftovers leftovers, Clock clock) {
        this.checks = checks;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    /**
     * Removes the checks that were given up, and those of yesterday; never one that a running import is compared with.
     *
     * @param stopping asked again and again; once it says yes, the rest is left to the next time
     */
    void remove(BooleanSupplier stopping) {
        Instant now = clock.instant();
        checks.old(now.minus(STAY), now.minus(STAY_FOR_AN_UNFINISHED_IMPORT)).stream()
                .takeWhile(_ -> !stopping.getAsBoolean())
                .forEach(check -> remove(check, stopping));
    }

    private void remove(ImportId check, BooleanSupplier stopping) {
        try {
            checks.forget(check);
            leftovers.delete(check, stopping);
        } catch (RuntimeException e) {
            LOG.warn("Check {} could not be removed; it is tried again in an hour.", check.value(), e);
        }
    }
}
