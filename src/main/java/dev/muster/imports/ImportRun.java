package dev.muster.imports;

import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import dev.muster.security.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import that this node has taken up.
 *
 * @param fence goes up each time an import is taken up; whoever holds an older one may write no more
 * @param check what was checked before; null where nothing was
 * @param lastChunk the last chunk that was written, 0 for none
 * @param lastLine the line of its last row
 * @param silentEnds how many processes in a row have died over it since then
 */
record ImportRun(
        ImportId id,
        ImportFileId file,
        String fileName,
        MemberKind kind,
        boolean invite,
        List<GroupSummary> groups,
        RowOptions rows,
        AccountId startedBy,
        long fence,
        ImportRuns.Purpose purpose,
        @Nullable ImportId check,
        int lastChunk,
        long lastLine,
        int silentEnds) {

    boolean isCheck() {
        return purpose == ImportRuns.Purpose.CHECK;
    }

    /**
     * Sees to it that a statement about the import, which named its fence, found it.
     *
     * @throws FenceLostException where it changed no row, so somebody else has the import by now
     */
    void requireHeld(int changed) {
        if (changed != 1) {
            throw new FenceLostException(this);
        }
    }
}
