package dev.muster.imports;

import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands at one moment. Counters hold only what is committed.
 *
 * @param isCheck whether nothing of it reaches a member: it checks a file, or looks what an undo would do
 * @param totalRows rows of the file that are not blank; null until the file was looked through
 * @param processed rows that have an outcome: created + updated + unchanged + rejected
 * @param rowsPerSecond how fast it goes, or went; 0 before the first chunk
 * @param secondsLeft null while it cannot be told, and when nothing is left
 * @param cancelling whether somebody asked it to stop and it has not yet
 * @param delay why it writes no rows at the moment; null while it does, and once it has ended
 * @param failure what is wrong with the whole file, or what stopped the import; null where nothing did
 * @param undo what was taken back of the import; null where nobody began to. Where this is itself a run that takes an
 *     import back, what it has done
 */
public record ImportSnapshot(
        ImportId id,
        String fileName,
        String startedBy,
        boolean isCheck,
        ImportState state,
        MemberKind kind,
        boolean invite,
        List<GroupSummary> groups,
        long bytes,
        long bytesRead,
        @Nullable Long totalRows,
        long processed,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long warnings,
        long alreadyTaken,
        long invitationsQueued,
        long rowsPerSecond,
        @Nullable Long secondsLeft,
        boolean cancelling,
        @Nullable ImportDelay delay,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable FileProblem failure,
        @Nullable ImportUndo undo) {

    public ImportSnapshot {
        groups = List.copyOf(groups);
    }

    /** Returns how much is done, from 0 to 100; 0 while the number of rows is not known. */
    public int percent() {
        if (state == ImportState.COMPLETED || state == ImportState.CHECKED) {
            return 100;
        }
        return totalRows == null || totalRows == 0 ? 0 : (int) Math.min(99, 100 * processed / totalRows);
    }

    /** Tells whether this is no import, but a run that takes one back, or looks what that would do. */
    public boolean takesBack() {
        return undo != null && undo.run().equals(id);
    }

    /** Returns how the import ends for those who follow it, where its row is gone: nobody wants it any more. */
    ImportSnapshot gone() {
        return with(ImportState.CANCELLED, null, false, null);
    }

    /** Returns what those who follow the import see while the database cannot be asked. */
    ImportSnapshot waiting() {
        return state.isActive() ? with(state, null, cancelling, ImportDelay.DATABASE) : this;
    }

    private ImportSnapshot with(
            ImportState newState, @Nullable Long left, boolean isCancelling, @Nullable ImportDelay why) {
        return new ImportSnapshot(
                id,
                fileName,
                startedBy,
                isCheck,
                newState,
                kind,
                invite,
                groups,
                bytes,
                bytesRead,
                totalRows,
                processed,
                created,
                updated,
                unchanged,
                rejected,
                warnings,
                alreadyTaken,
                invitationsQueued,
                rowsPerSecond,
                left,
                isCancelling,
                why,
                createdAt,
                startedAt,
                finishedAt,
                failure,
                undo);
    }
}
