package dev.muster.imports;

import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import dev.muster.security.AccountId;
import java.util.List;

/**
 * An import that this node has taken up.
 *
 * @param fence goes up each time an import is taken up; whoever holds an older one may write no more
 * @param lastChunk the last chunk that was written, 0 for none
 * @param lastLine the line of its last row
 */
record ImportRun(
        ImportId id,
        ImportFileId file,
        String fileName,
        MemberKind kind,
        boolean invite,
        List<GroupSummary> groups,
        AccountId startedBy,
        long fence,
        int lastChunk,
        long lastLine) {}
