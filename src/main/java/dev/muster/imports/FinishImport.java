package dev.muster.imports;

import dev.muster.mail.Outbox;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an import whose last row is written: it is complete exactly when its summary mail is in the outbox. */
@Component
class FinishImport {

    private static final Logger LOG = LoggerFactory.getLogger(FinishImport.class);

    private final ImportEnds ends;
    private final Snapshots snapshots;
    private final SummaryMail summary;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FinishImport(
            ImportEnds ends,
            Snapshots snapshots,
            SummaryMail summary,
            Outbox outbox,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ends = ends;
        this.snapshots = snapshots;
        this.summary = summary;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Ends the import.
     *
     * @throws FenceLostException where somebody else has it by now; no mail is sent then
     */
    void finish(ImportRun run) {
        ImportSnapshot counts = snapshots
                .find(run.id())
                .orElseThrow(() -> new IllegalStateException(
                        "Import %d is gone.".formatted(run.id().value())));
        var letter = summary.write(run, counts, clock.instant());
        transaction.executeWithoutResult(
                _ -> ends.complete(run, outbox.put(letter).value()));
        LOG.info("Import {} is complete: {} rows.", run.id().value(), counts.processed());
    }
}
