package dev.muster.members;

import dev.muster.common.WhiteSpace;
import dev.muster.security.AuditDetail;
import org.jspecify.annotations.Nullable;

/**
 * A group as an admin wants it. Name and join code are trimmed; a blank join code is none.
 *
 * @param joinCode what stands at the end of the group's URL, or null for a group that nobody joins by URL
 * @param joinedByDefault whether new members join the group
 */
public record GroupDraft(String name, @Nullable String joinCode, boolean joinedByDefault) {

    public GroupDraft {
        name = WhiteSpace.clean(name);
        joinCode = joinCode == null || WhiteSpace.isBlank(joinCode) ? null : WhiteSpace.trim(joinCode);
    }

    /** Returns what the audit log keeps of a group that becomes this; {@code before} is null for a new one. */
    AuditDetail changesFrom(@Nullable GroupDraft before) {
        return AuditDetail.named(before == null ? name : before.name)
                .with("Name", before == null ? null : before.name, name)
                .with("Join code", before == null ? null : before.joinCode, joinCode)
                .with("Default for new members", before != null && before.joinedByDefault, joinedByDefault);
    }
}
