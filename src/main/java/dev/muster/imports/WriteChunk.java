package dev.muster.imports;

import dev.muster.common.IdBlock;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.invitations.InvitationQueue;
import dev.muster.members.MemberId;
import dev.muster.members.ProfileFieldDesk;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a chunk: one transaction, and a number of statements that does not depend on the number of rows. Either all of
 * the chunk is there afterwards, with its counters and its checkpoint, or nothing.
 */
@Component
class WriteChunk {

    private static final Logger LOG = LoggerFactory.getLogger(WriteChunk.class);

    private static final int MEMBER_BLOCK = 5000;

    private final KnownMembers known;
    private final MemberRows members;
    private final ChunkRows chunks;
    private final ImportRuns runs;
    private final PlanChunk planning;
    private final CheckedRows checked;
    private final ChosenGroups groups;
    private final DiskRoom room;
    private final InvitationQueue invitations;
    private final ProfileFieldDesk fields;
    private final IdBlock memberIds;
    private final IdBlock changeIds;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ConflictRetry retry;

    WriteChunk(
            KnownMembers known,
            MemberRows members,
            ChunkRows chunks,
            ImportRuns runs,
            PlanChunk planning,
            CheckedRows checked,
            ChosenGroups groups,
            DiskRoom room,
            InvitationQueue invitations,
            ProfileFieldDesk fields,
            ConflictRetry retry,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.known = known;
        this.members = members;
        this.chunks = chunks;
        this.runs = runs;
        this.planning = planning;
        this.checked = checked;
        this.groups = groups;
        this.room = room;
        this.invitations = invitations;
        this.fields = fields;
        this.memberIds = new IdBlock(jdbc, "member_seq", MEMBER_BLOCK);
        this.changeIds = new IdBlock(jdbc, "member_change_seq", MEMBER_BLOCK);
        this.retry = retry;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes the rows of {@code chunk}, again and in a new transaction where others were in the way. A row that cannot be
     * written, whatever is tried, is put aside: the others are written in smaller chunks.
     *
     * @param turn comes when the chunk before is committed; the members are written before that, but for people of that chunk
     * @throws FenceLostException where somebody else has the import by now; nothing is written then
     */
    void write(ImportSession session, PreparedChunk chunk, Turn turn) {
        try {
            writeWhole(session, chunk, turn);
        } catch (RuntimeException | StackOverflowError e) {
            if (!Poison.mayBeIn(e)) {
                throw e;
            }
            groups.requireChosen(session.run());
            groups.requireOfNewcomers(session.rules());
            writeParts(session, chunk, turn, e);
        }
    }

    private void writeParts(ImportSession session, PreparedChunk chunk, Turn turn, Throwable cause) {
        if (chunk.rows().size() > 1) {
            chunk.halves().forEach(half -> write(session, half, turn));
            return;
        }
        CheckedRow row = chunk.rows().getFirst();
        if (isPutAside(row) || !session.mayPutAside()) {
            throw new IllegalStateException(
                    "Line %d cannot be written, and it is not the only one.".formatted(chunk.firstLine()), cause);
        }
        LOG.error(
                "Line {} of import {} cannot be written and is rejected; the import goes on.",
                chunk.firstLine(),
                session.run().id().value(),
                cause);
        write(session, new PreparedChunk(List.of(CheckedRow.unprocessable(row.row())), chunk.bytesRead()), turn);
    }

    private static boolean isPutAside(CheckedRow row) {
        return row instanceof CheckedRow.Rejected
                && row.issues().stream().anyMatch(issue -> issue.kind() == Issue.Kind.UNPROCESSABLE);
    }

    private void writeWhole(ImportSession session, PreparedChunk chunk, Turn turn) {
        room.require();
        var tries = new AtomicInteger();
        List<RowOutcome> outcomes = retry.run(() -> {
            if (tries.getAndIncrement() == 0) {
                Optional<ChunkPlan> ahead = planAhead(session, chunk, turn);
                return inTransaction(
                        turn, () -> attempt(session, chunk, turn, ahead.orElseGet(() -> plan(session, chunk))));
            }
            turn.prepare();
            return inTransaction(turn, () -> {
                known.hold(chunk.keys()); // others are busy with the same people: they wait now
                return attempt(session, chunk, turn, plan(session, chunk));
            });
        });
        ChunkRows.note(outcomes, session.firstLines());
        if (chunk.rows().stream().noneMatch(WriteChunk::isPutAside)) {
            session.rowsTaken();
        }
        session.choices().written();
        session.chunkWritten();
    }

    /**
     * Plans a chunk about people of the one before while the database still works on that; any other is planned in its
     * transaction. Where the people turn out to be otherwise than that one was going to leave them, the chunk is planned
     * again.
     */
    private Optional<ChunkPlan> planAhead(ImportSession session, PreparedChunk chunk, Turn turn) {
        return turn.foresee().map(earlier -> planning.planAfter(earlier, session, chunk, now()));
    }

    private ChunkPlan plan(ImportSession session, PreparedChunk chunk) {
        return planning.plan(session, chunk, Map.of(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<RowOutcome> inTransaction(Turn turn, Supplier<List<RowOutcome>> attempt) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> attempt.get()));
        } catch (RuntimeException | Error e) {
            turn.withdraw();
            throw e;
        }
    }

    private List<RowOutcome> attempt(ImportSession session, PreparedChunk chunk, Turn turn, ChunkPlan plan) {
        Instant now = plan.now();
        ImportRun run = session.run();
        assignIds(plan);
        turn.planned(plan);
        writeMessages(plan, chunk, run);
        turn.awaitForeseen();
        known.requireAsAssumed(plan.assumed(), session.rules().groups());
        writeMembers(plan, run);
        chunks.addMemberships(plan.present(), run.id(), now);
        chunks.addHistory(plan.changes(), changeIds.take(plan.changes().size()), run, now);
        invite(plan.invited(), run, now);
        turn.await();
        fields.addChoices(session.choices().newFor(plan.written()));
        Tally tally = plan.tally();
        List<RowOutcome> outcomes = plan.outcomes();
        runs.advance(run, session.nextNumber(), chunk, tally, session.millisOfChunk());
        chunks.addChunk(run.id(), session.nextNumber(), chunk, tally, outcomes, plan, null);
        return outcomes;
    }

    private void writeMessages(ChunkPlan plan, PreparedChunk chunk, ImportRun run) {
        if (run.check() != null) {
            plan.compare(checked.fingerprints(run.check(), chunk));
        }
        chunks.addIssues(plan.issues(), run.id());
        chunks.addRejected(plan.rejectedRows(), run.id());
    }

    private void invite(List<Person> people, ImportRun run, Instant now) {
        List<MemberId> members =
                people.stream().map(person -> new MemberId(person.id())).toList();
        Set<MemberId> fromNominees = people.stream()
                .filter(Person::wasNominee)
                .map(person -> new MemberId(person.id()))
                .collect(Collectors.toSet());
        invitations.add(members, fromNominees, run.id().value(), run.startedBy(), now);
    }

    private void assignIds(ChunkPlan plan) {
        List<Person> created = plan.created();
        long[] ids = memberIds.take(created.size());
        for (int i = 0; i < ids.length; i++) {
            created.get(i).assignId(ids[i]);
        }
    }

    private void writeMembers(ChunkPlan plan, ImportRun run) {
        known.lock(plan.touched());
        members.insert(plan.created(), run.id(), plan.now());
        members.update(plan.updated());
    }
}
