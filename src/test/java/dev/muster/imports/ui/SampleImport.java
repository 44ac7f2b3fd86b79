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
        MemberKind kind,
        ImportState state,
        long processed,
        @Nullable Long secondsLeft,
        boolean cancelling) {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    static SampleImport running(long id, long processed) {
        return new SampleImport(id, MemberKind.ADVOCATE, ImportState.RUNNING, processed, null, false);
    }

    static SampleImport ended(long id, ImportState state) {
        long processed = state == ImportState.COMPLETED ? 1_000 : 500;
        return new SampleImport(id, MemberKind.ADVOCATE, state, processed, null, false);
    }

    SampleImport asNominees() {
        return new SampleImport(id, MemberKind.NOMINEE, state, processed, secondsLeft, cancelling);
    }

    SampleImport withSecondsLeft(@Nullable Long seconds) {
        return new SampleImport(id, kind, state, processed, seconds, cancelling);
    }

    SampleImport beingCancelled() {
        return new SampleImport(id, kind, state, processed, secondsLeft, true);
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
                kind,
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
