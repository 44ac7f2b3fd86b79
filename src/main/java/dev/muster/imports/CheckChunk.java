package dev.muster.imports;

import dev.muster.imports.CheckResults.NewMember;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.members.StandardField;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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
        byte[] newcomers = newcomers(plan, before);
        keepPeople(run.id(), plan, before, repeated);
        checked.addChanges(run.id(), plan.changes());
        chunks.addIssues(plan.issues(), run.id());
        chunks.addRejected(plan.rejectedRows(), run.id());
        turn.await();
        Tally tally = plan.tally();
        List<RowOutcome> outcomes = plan.outcomes();
        runs.advance(run, session.nextNumber(), chunk, tally, session.millisOfChunk());
        chunks.addChunk(run.id(), session.nextNumber(), chunk, tally, outcomes, plan, newcomers);
        return outcomes;
    }

    /** Returns whom the rows of the chunk are the first to be about, and nobody in the hub. */
    private static byte[] newcomers(ChunkPlan plan, Map<String, CheckedMember> before) {
        return Newcomers.encode(plan.created().stream()
                .filter(person -> !before.containsKey(person.key()))
                .map(CheckChunk::newcomer)
                .sorted(Comparator.comparingLong(NewMember::line))
                .toList());
    }

    private static NewMember newcomer(Person person) {
        MemberState member = person.result();
        return new NewMember(
                person.firstLine(),
                member.texts().getOrDefault(StandardField.NAME, ""),
                member.email().shown(),
                member.texts().getOrDefault(StandardField.COMPANY, ""));
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
