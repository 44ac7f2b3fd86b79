package dev.muster.imports;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what checks left behind that nobody wants any more. */
@Component
class OldChecks {

    private static final Duration STAY = Duration.ofHours(24);

    private final ImportChecks checks;
    private final CheckedRows checked;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OldChecks(ImportChecks checks, CheckedRows checked, Clock clock, PlatformTransactionManager transactions) {
        this.checks = checks;
        this.checked = checked;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Removes the checks that were given up, and those of yesterday; never one that a running import is compared with. */
    void remove() {
        checks.old(clock.instant().minus(STAY))
                .forEach(check -> transaction.executeWithoutResult(_ -> checked.delete(check)));
    }
}
