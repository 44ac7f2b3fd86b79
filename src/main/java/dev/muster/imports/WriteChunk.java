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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
     * @param turn comes when the chunk before is committed; the members are written before that
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
            turn.prepare();
            boolean isAgain = tries.getAndIncrement() > 0;
            return Objects.requireNonNull(transaction.execute(_ -> {
                if (isAgain) {
                    known.hold(chunk.keys()); // others are busy with the same people: they wait now
                }
                return attempt(session, chunk, turn);
            }));
        });
        ChunkRows.note(outcomes, session.firstLines());
        if (chunk.rows().stream().noneMatch(WriteChunk::isPutAside)) {
            session.rowsTaken();
        }
        session.choices().written();
        session.chunkWritten();
    }

    private List<RowOutcome> attempt(ImportSession session, PreparedChunk chunk, Turn turn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ChunkPlan plan = planning.plan(session, chunk, Map.of(), now);
        ImportRun run = session.run();
        writeMembers(plan, run, now);
        chunks.addMemberships(plan.present(), run.id(), now);
        chunks.addHistory(plan.changes(), changeIds.take(plan.changes().size()), run, now);
        invite(plan.invited(), run, now);
        turn.await();
        fields.addChoices(session.choices().newFor(plan.written()));
        if (run.check() != null) {
            plan.compare(checked.fingerprints(run.check(), chunk));
        }
        Tally tally = plan.tally();
        List<RowOutcome> outcomes = plan.outcomes();
        runs.advance(run, session.nextNumber(), chunk, tally, session.millisOfChunk());
        chunks.addIssues(plan.issues(), run.id());
        chunks.addRejected(plan.rejectedRows(), run.id());
        chunks.addChunk(run.id(), session.nextNumber(), chunk, tally, outcomes, plan, null);
        return outcomes;
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

    private void writeMembers(ChunkPlan plan, ImportRun run, Instant now) {
        List<Person> created = plan.created();
        long[] ids = memberIds.take(created.size());
        for (int i = 0; i < ids.length; i++) {
            created.get(i).assignId(ids[i]);
        }
        known.lock(plan.touched());
        members.insert(created, run.id(), now);
        members.update(plan.updated());
    }
}
