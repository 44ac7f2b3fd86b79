package dev.muster.imports.ui;

import dev.muster.imports.FileProblem;
import dev.muster.imports.ImportDelay;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.members.MemberKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports of 1,000 rows of customers.csv to look at, at any point. */
record SampleImport(
        long id,
        ImportState state,
        long processed,
        @Nullable Long secondsLeft,
        boolean cancelling) {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    static SampleImport running(long id, long processed) {
        return new SampleImport(id, ImportState.RUNNING, processed, null, false);
    }

    static SampleImport ended(long id, ImportState state) {
        return new SampleImport(id, state, state == ImportState.COMPLETED ? 1_000 : 500, null, false);
    }

    SampleImport withSecondsLeft(@Nullable Long seconds) {
        return new SampleImport(id, state, processed, seconds, cancelling);
    }

    SampleImport beingCancelled() {
        return new SampleImport(id, state, processed, secondsLeft, true);
    }

    ImportSnapshot snapshot() {
        return snapshot(null);
    }

    ImportSnapshot snapshot(@Nullable ImportDelay delay) {
        boolean hasFailed = state == ImportState.FAILED;
        return new ImportSnapshot(
                new ImportId(id),
                "customers.csv",
                "Mara Lindqvist",
                false,
                state,
                MemberKind.ADVOCATE,
                false,
                List.of(),
                1_000,
                processed,
                1_000L,
                processed,
                processed,
                0,
                0,
                0,
                0,
                0,
                0,
                100,
                secondsLeft,
                cancelling,
                delay,
                START,
                START,
                state.isActive() ? null : START.plusSeconds(10),
                hasFailed ? new FileProblem("The file is empty.", "Choose another file.") : null,
                null);
    }
}
