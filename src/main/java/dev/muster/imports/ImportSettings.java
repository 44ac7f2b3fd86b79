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
 * @param rows how rows are read and what their cells do
 */
public record ImportSettings(MemberKind kind, boolean invite, List<GroupId> groups, RowOptions rows) {

    public ImportSettings {
        groups = List.copyOf(groups);
        if (invite && kind == MemberKind.NOMINEE) {
            throw new IllegalArgumentException("Nominees are invited from the Invite List.");
        }
    }

    /** Settings with the standard ways to read rows. */
    public ImportSettings(MemberKind kind, boolean invite, List<GroupId> groups) {
        this(kind, invite, groups, RowOptions.STANDARD);
    }

    /** Returns these settings with other groups. */
    public ImportSettings withGroups(List<GroupId> others) {
        return new ImportSettings(kind, invite, others, rows);
    }

    /** Returns these settings with other ways to read rows. */
    public ImportSettings withRows(RowOptions other) {
        return new ImportSettings(kind, invite, groups, other);
    }
}
