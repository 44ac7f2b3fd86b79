package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.members.FieldDefinition;
import dev.muster.members.MemberKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class ChunkWritersTest {

    private final List<Long> committed = Collections.synchronizedList(new ArrayList<>());
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();

    @Test
    void writesSideBySideAndCommitsInTheFilesOrder() {
        var secondHasBegun = new CountDownLatch(1);
        try (var writers = new ChunkWriters((chunk, turn) -> {
            if (chunk.firstLine() == 2) {
                awaitLatch(secondHasBegun);
            } else {
                secondHasBegun.countDown();
            }
            commit(chunk, turn);
        })) {
            writers.write(chunk(2, "a@example.com"), 2);
            writers.write(chunk(3, "b@example.com"), 2);
            writers.write(chunk(4, "c@example.com"), 2);
            writers.finish();
        }
        assertThat(committed).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aChunkAboutSomebodyWhomAnUnfinishedOneIsAboutWaitsForIt() {
        try (var writers = new ChunkWriters((chunk, turn) -> {
            turn.prepare();
            if (chunk.firstLine() == 3) {
                assertThat(committed).contains(2L);
            }
            commit(chunk, turn);
        })) {
            writers.write(chunk(2, "a@example.com"), 8);
            writers.write(chunk(3, "A@example.com"), 8);
            writers.finish();
        }
        assertThat(committed).containsExactly(2L, 3L);
    }

    @Test
    void writesRowsBeforeTheFirstAboutSuchASomebodyAtOnce() {
        var restHasBegun = new CountDownLatch(1);
        try (var writers = new ChunkWriters((chunk, turn) -> {
            turn.prepare();
            if (chunk.firstLine() == 2) {
                awaitLatch(restHasBegun);
            } else if (chunk.firstLine() == 3) {
                restHasBegun.countDown();
            } else {
                assertThat(committed).startsWith(2L);
            }
            commit(chunk, turn);
        })) {
            writers.write(chunk(2, "a@example.com"), 2);
            writers.write(new PreparedChunk(rows(3, 999, "a@example.com"), 0), 2);
            writers.finish();
        }
        assertThat(committed).containsExactly(2L, 3L, 1002L);
    }

    @Test
    void commitsNothingAfterAChunkThatFailed() {
        var failing = new ChunkWriters((chunk, turn) -> {
            begun.add(chunk.firstLine());
            if (chunk.firstLine() == 3) {
                throw new IllegalStateException("The disk is full.");
            }
            commit(chunk, turn);
        });
        try (failing) {
            failing.write(chunk(2, "a@example.com"), 3);
            failing.write(chunk(3, "b@example.com"), 3);
            failing.write(chunk(4, "c@example.com"), 3);
            assertThatThrownBy(failing::finish)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The disk is full.");
        }
        assertThat(begun).contains(4L);
        assertThat(committed).containsExactly(2L);
    }

    @Test
    void aChunkThatWaitsTooLongForTheOneBeforeLetsGoAndIsWrittenAfterIt() throws Exception {
        Turn first = Turn.first(Duration.ofMillis(20));
        Turn second = first.next();
        second.prepare();
        assertThatThrownBy(second::await)
                .isInstanceOf(Turn.LateException.class)
                .matches(ConflictRetry::isConflict, "is tried again");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var again = threads.submit(() -> {
                second.prepare();
                committed.add(3L);
                second.await();
            });
            committed.add(2L);
            first.committed();
            again.get();
        }

        assertThat(committed).containsExactly(2L, 3L);
    }

    @Test
    void aChunkAboutTheSamePeopleIsToldWhatTheOneBeforeIsGoingToDo() {
        Turn first = Turn.first();
        Turn second = first.nextAboutTheSame();
        ChunkPlan plan = planOfNothing();
        first.planned(plan);

        assertThat(second.foresee()).containsSame(plan);

        first.committed();
        second.awaitForeseen();
        assertThat(second.foresee()).as("is committed, and can be read").isEmpty();
    }

    @Test
    void aChunkIsPlannedAgainWhereTheOneBeforeDidSomethingElse() {
        Turn first = Turn.first();
        Turn second = first.nextAboutTheSame();
        first.planned(planOfNothing());
        assertThat(second.foresee()).isPresent();
        first.planned(planOfNothing());
        first.committed();

        assertThatThrownBy(second::awaitForeseen)
                .isInstanceOf(Turn.SurpriseException.class)
                .matches(ConflictRetry::isConflict, "is tried again");
        second.prepare();
        second.awaitForeseen();
    }

    @Test
    void aPlanThatWasGivenUpIsNotPlannedOn() throws Exception {
        Turn first = Turn.first();
        Turn second = first.nextAboutTheSame();
        ChunkPlan again = planOfNothing();
        first.planned(planOfNothing());
        first.withdraw();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var foreseen = threads.submit(second::foresee);
            first.planned(again);
            assertThat(foreseen.get()).containsSame(again);
        }
        first.committed();
        second.awaitForeseen();
    }

    @Test
    void aChunkAboutTheSamePeopleAsOneThatFailedWithoutAPlanIsLost() {
        Turn first = Turn.first();
        Turn second = first.nextAboutTheSame();
        first.failed(new IllegalStateException("The disk is full."));

        assertThatThrownBy(second::foresee).isInstanceOf(Turn.LostException.class);
    }

    @Test
    void aChunkAboutOtherPeopleIsToldNothing() {
        Turn first = Turn.first();
        Turn second = first.next();
        first.planned(planOfNothing());

        assertThat(second.foresee()).isEmpty();
    }

    private static ChunkPlan planOfNothing() {
        var rules = ImportRules.of(MemberKind.ADVOCATE, false, List.of(), List.of(), FieldPolicies.standard());
        return new ChunkPlan(rules, Instant.EPOCH, List.of(), Set.of());
    }

    @Test
    void aChunkAfterAConflictThatDidNotEndIsNotTriedAgain() {
        Turn first = Turn.first();
        Turn second = first.next();
        first.failed(new CannotAcquireLockException("A deadlock."));
        assertThatThrownBy(second::await)
                .isInstanceOf(Turn.LostException.class)
                .matches(failure -> !ConflictRetry.isConflict(failure), "is not tried again");
    }

    private void commit(PreparedChunk chunk, Turn turn) {
        turn.await();
        committed.add(chunk.firstLine());
    }

    private static PreparedChunk chunk(long line, String email) {
        return new PreparedChunk(List.of(row(line, email)), 0);
    }

    /** Returns {@code others} rows about other people from {@code line} on, and one about {@code last}. */
    private static List<CheckedRow> rows(long line, int others, String last) {
        var rows = new ArrayList<CheckedRow>();
        for (int i = 0; i < others; i++) {
            rows.add(row(line + i, "other%d@example.com".formatted(i)));
        }
        rows.add(row(line + others, last));
        return rows;
    }

    private static CheckedRow row(long line, String email) {
        var mapping = new Header(List.<FieldDefinition>of()).map(List.of("Name", "Email"));
        var repairs = new RowRepairs(List.of("Name", "Email"), mapping, Set.of(), false);
        var rules = new RowRules(mapping, RowOptions.STANDARD, repairs);
        return rules.check(new CsvRow(line, List.of("Ann", email), -1));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
