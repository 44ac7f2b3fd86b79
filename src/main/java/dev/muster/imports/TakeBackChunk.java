package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.invitations.ImportedInvitations;
import dev.muster.members.MemberId;
import dev.muster.members.MemberPulse;
import dev.muster.members.Withdrawals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what a chunk of an import did: one transaction, and a number of statements that does not depend on the
 * number of members. Whoever an import met in several chunks is dealt with in the first of them, for all of it. A preview
 * decides the same, and keeps what it decided alone.
 */
@Component
class TakeBackChunk {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final TouchedMembers members;
    private final MemberRows rows;
    private final UndoRows undoRows;
    private final UndoRuns runs;
    private final Withdrawals withdrawals;
    private final ImportedInvitations invitations;
    private final MemberPulse pulse;
    private final Catalogue catalogue;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ConflictRetry retry;

    TakeBackChunk(
            TouchedMembers members,
            MemberRows rows,
            UndoRows undoRows,
            UndoRuns runs,
            Withdrawals withdrawals,
            ImportedInvitations invitations,
            MemberPulse pulse,
            Catalogue catalogue,
            ConflictRetry retry,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.members = members;
        this.rows = rows;
        this.undoRows = undoRows;
        this.runs = runs;
        this.withdrawals = withdrawals;
        this.invitations = invitations;
        this.pulse = pulse;
        this.catalogue = catalogue;
        this.retry = retry;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes {@code chunk} back, again and in a new transaction where others were in the way.
     *
     * @throws FenceLostException where somebody else has the run by now; nothing is written then
     */
    void takeBack(UndoSession session, WrittenChunk chunk) {
        long start = System.nanoTime();
        retry.run(() -> {
            transaction.executeWithoutResult(_ -> attempt(session, chunk, start));
            return Optional.empty();
        });
    }

    private void attempt(UndoSession session, WrittenChunk chunk, long start) {
        ImportRun run = session.run();
        List<UndoDecision> decisions = decide(session, chunk);
        if (!session.isPreview()) {
            write(session, decisions);
        }
        runs.advance(run, chunk, tally(decisions), (System.nanoTime() - start) / NANOS_PER_MILLI);
        undoRows.addKept(decisions, run, chunk.number());
    }

    private List<UndoDecision> decide(UndoSession session, WrittenChunk chunk) {
        SortedMap<Long, Long> lines = new TreeMap<>(chunk.touched(session.run().invite()));
        lines.entrySet().removeIf(entry -> session.firstLines().find(entry.getKey()) != entry.getValue());
        return members.read(session.of(), lines, chunk.created(), !session.isPreview()).stream()
                .map(member -> UndoDecision.of(member, session.rules()))
                .toList();
    }

    private void write(UndoSession session, List<UndoDecision> decisions) {
        Instant now = clock.instant();
        List<UndoDecision> staying =
                decisions.stream().filter(decision -> !decision.removed()).toList();
        invitations.takeBack(
                session.of().value(),
                ids(staying, UndoDecision::cancels),
                catalogue.text("imports.undo.invitation-cancelled"));
        withdrawals.withdraw(ids(decisions, UndoDecision::removed));
        rows.write(staying.stream()
                .map(UndoDecision::write)
                .flatMap(Optional::stream)
                .toList());
        undoRows.removeMemberships(
                session.of(),
                staying.stream()
                        .filter(decision -> !decision.memberships().isEmpty())
                        .map(UndoDecision::id)
                        .toList(),
                session.rules().groups());
        undoRows.addHistory(staying, session.run(), now);
        pulse.beat(decisions.stream().map(UndoDecision::id).toList());
    }

    private static List<MemberId> ids(List<UndoDecision> decisions, Predicate<UndoDecision> which) {
        return decisions.stream()
                .filter(which)
                .map(decision -> new MemberId(decision.id()))
                .toList();
    }

    private static UndoTally tally(List<UndoDecision> decisions) {
        return new UndoTally(
                sum(decisions, decision -> decision.removed() ? 1 : 0),
                sum(decisions, UndoDecision::restored),
                sum(decisions, decision -> decision.memberships().size()),
                sum(decisions, decision -> decision.cancels() ? 1 : 0),
                sum(decisions, decision -> decision.leftovers().size()));
    }

    private static long sum(List<UndoDecision> decisions, ToLongFunction<UndoDecision> number) {
        return decisions.stream().mapToLong(number).sum();
    }
}
