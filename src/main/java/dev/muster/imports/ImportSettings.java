package dev.muster.imports;

import dev.muster.members.GroupId;
import dev.muster.members.MemberKind;
import java.util.List;

/**
 * What the admin chose in the dialog.
 *
 * @param kind what new members become
 * @param invite whether to invite new members, and known ones who were never invited; only for advocates: nominees are invited from the Invite List,
 *     and asking for both throws an {@link IllegalArgumentException}
 * @param groups the groups that every imported member is added to
 */
public record ImportSettings(MemberKind kind, boolean invite, List<GroupId> groups) {

    public ImportSettings {
        groups = List.copyOf(groups);
        if (invite && kind == MemberKind.NOMINEE) {
            throw new IllegalArgumentException("Nominees are invited from the Invite List.");
        }
    }
}
