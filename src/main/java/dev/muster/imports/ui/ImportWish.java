package dev.muster.imports.ui;

import dev.muster.imports.ImportSettings;
import dev.muster.imports.RowOptions;
import dev.muster.members.GroupId;
import dev.muster.members.MemberKind;
import java.util.List;

/**
 * What the admin chose in the dialog.
 *
 * @param newGroups names of groups that are created when the import starts
 * @param rows how rows are read and what their cells do
 */
record ImportWish(MemberKind kind, boolean invite, List<GroupId> groups, List<String> newGroups, RowOptions rows) {

    ImportWish {
        groups = List.copyOf(groups);
        newGroups = List.copyOf(newGroups);
    }

    /** Returns this wish with other ways to read rows. */
    ImportWish withRows(RowOptions other) {
        return new ImportWish(kind, invite, groups, newGroups, other);
    }

    /** Returns the settings of an import into {@code all} groups, the new ones among them. */
    ImportSettings settings(List<GroupId> all) {
        return new ImportSettings(kind, invite, all, rows);
    }
}
