package dev.muster.imports;

import dev.muster.common.EmailAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * What the mail about a finished import says.
 *
 * @param isAttached whether the annotated file goes along
 * @param invited how many invitations were queued, or -1 where none were asked for
 */
record ImportSummary(
        Receiver receiver,
        long importId,
        String fileName,
        boolean isAttached,
        Counts counts,
        long invited,
        Duration duration) {

    record Receiver(String name, EmailAddress email) {}

    record Counts(
            long rows, long added, long updated, long unchanged, long alreadyTaken, long rejected, long warnings) {}

    static ImportSummary of(Receiver receiver, ImportSnapshot done, boolean isAttached, Instant finished) {
        Instant started = done.startedAt() == null ? finished : done.startedAt();
        return new ImportSummary(
                receiver,
                done.id().value(),
                done.fileName(),
                isAttached,
                new Counts(
                        done.processed(),
                        done.created(),
                        done.updated(),
                        done.unchanged(),
                        done.alreadyTaken(),
                        done.rejected(),
                        done.warnings()),
                done.invite() ? done.invitationsQueued() : -1,
                Duration.between(started, finished));
    }

    /** Returns a summary of an import that never was. */
    static ImportSummary sample(Receiver receiver) {
        var counts = new Counts(1842, 1207, 486, 115, 21, 34, 12);
        return new ImportSummary(receiver, 0, "customers.csv", true, counts, -1, Duration.ofMillis(800));
    }
}
