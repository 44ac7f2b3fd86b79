package dev.muster.imports;

import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through a chunk as {@link WriteChunk} does, with the same decisions on the same members, but keeps only what would
 * become of its rows.
 */
@Component
class CheckChunk {

    private final PlanChunk planning;
    private final CheckedRows checked;
    private final ChunkRows chunks;
    private final ImportRuns runs;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ConflictRetry retry;

    CheckChunk(
            PlanChunk planning,
            CheckedRows checked,
            ChunkRows chunks,
            ImportRuns runs,
            ConflictRetry retry,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.planning = planning;
        this.checked = checked;
        this.chunks = chunks;
        this.runs = runs;
        this.retry = retry;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Checks the rows of {@code chunk}.
     *
     * @param turn comes when the chunk before is committed; who would change is noted before that
     * @throws FenceLostException where somebody else has the check by now, or nobody wants it any more
     */
    void check(ImportSession session, PreparedChunk chunk, Turn turn) {
        List<RowOutcome> outcomes = retry.run(() -> {
            turn.prepare();
            return Objects.requireNonNull(transaction.execute(_ -> attempt(session, chunk, turn)));
        });
        ChunkRows.note(outcomes, session.firstLines());
        session.chunkWritten();
    }

    private List<RowOutcome> attempt(ImportSession session, PreparedChunk chunk, Turn turn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImportRun run = session.run();
        RepeatedAddresses repeated = session.repeated();
        Map<String, CheckedMember> before = checked.find(
                run.id(), chunk.keys().stream().filter(repeated::mayHave).toList());
        ChunkPlan plan = planning.plan(session, chunk, before, now);
        checked.addNew(
                run.id(),
                plan.created().stream()
                        .filter(person -> !before.containsKey(person.key()))
                        .toList());
        keepPeople(run.id(), plan, before, repeated);
        checked.addChanges(run.id(), plan.changes());
        turn.await();
        Tally tally = plan.tally();
        List<RowOutcome> outcomes = plan.outcomes();
        runs.advance(run, session.nextNumber(), chunk, tally, session.millisOfChunk());
        chunks.addIssues(plan.issues(), run.id());
        chunks.addRejected(plan.rejectedRows(), run.id());
        chunks.addChunk(run.id(), session.nextNumber(), chunk, tally, outcomes, plan);
        return outcomes;
    }

    /** Keeps what later rows about the same people have to see. */
    private void keepPeople(
            ImportId check, ChunkPlan plan, Map<String, CheckedMember> before, RepeatedAddresses repeated) {
        List<Person> changed = plan.present().stream()
                .filter(person -> person.isMoved() && repeated.mayHave(person.key()))
                .toList();
        checked.add(
                check,
                changed.stream()
                        .filter(person -> !before.containsKey(person.key()))
                        .toList());
        checked.update(
                check,
                changed.stream()
                        .filter(person -> before.containsKey(person.key()))
                        .toList());
    }
}
