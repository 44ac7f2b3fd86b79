package dev.muster.api;

import dev.muster.imports.FileProblem;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as it stands. */
@Schema(
        name = "Import",
        description = "An import as it stands. created + updated + unchanged + rejected = processed, always.")
record ImportAnswer(
        @Schema(example = "12") long id,

        @Schema(example = "customers.csv") String fileName,

        ImportState state,

        As as,

        @Schema(description = "Whether new advocates are invited.")
        boolean invite,

        @Schema(description = "The groups that everyone is added to, by name.", example = "[\"Beta testers\"]")
        List<String> groups,

        @Schema(description = "Rows that are not blank; null until the file was looked through.", example = "5000")
        @Nullable
        Long rows,

        @Schema(description = "Rows that have an outcome.", example = "5000")
        long processed,

        @Schema(example = "4200") long created,

        @Schema(example = "610") long updated,

        @Schema(example = "178") long unchanged,

        @Schema(example = "12") long rejected,

        @Schema(example = "31") long warnings,

        @Schema(description = "Rows about somebody who was invited before, or has joined.", example = "75")
        long alreadyTaken,

        @Schema(example = "0") long invitationsQueued,

        @Schema(description = "The size of the file.", example = "612000")
        long bytes,

        @Schema(example = "612000") long bytesRead,

        @Schema(example = "20500") long rowsPerSecond,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "What is wrong with the whole file, or what stopped the import; null where nothing did.")
        @Nullable
        String failure) {

    /** What the contacts of a file become. */
    enum As {
        ADVOCATES,
        NOMINEES;

        static As of(MemberKind kind) {
            return switch (kind) {
                case ADVOCATE -> ADVOCATES;
                case NOMINEE -> NOMINEES;
            };
        }

        MemberKind kind() {
            return switch (this) {
                case ADVOCATES -> MemberKind.ADVOCATE;
                case NOMINEES -> MemberKind.NOMINEE;
            };
        }
    }

    static ImportAnswer of(ImportSnapshot one) {
        FileProblem failure = one.failure();
        return new ImportAnswer(
                one.id().value(),
                one.fileName(),
                state(one),
                As.of(one.kind()),
                one.invite(),
                one.groups().stream().map(GroupSummary::name).toList(),
                one.totalRows(),
                one.processed(),
                one.created(),
                one.updated(),
                one.unchanged(),
                one.rejected(),
                one.warnings(),
                one.alreadyTaken(),
                one.invitationsQueued(),
                one.bytes(),
                one.bytesRead(),
                one.rowsPerSecond(),
                one.startedAt(),
                one.finishedAt(),
                failure == null ? null : failure.message());
    }

    /** While its undo waits or runs, an import does too: whoever asks until it has ended gets to see UNDONE. */
    private static ImportState state(ImportSnapshot one) {
        return one.undo() != null && one.undo().state().isActive() ? one.undo().state() : one.state();
    }
}
