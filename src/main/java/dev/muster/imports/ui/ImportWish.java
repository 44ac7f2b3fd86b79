package dev.muster.imports.ui;

import dev.muster.members.GroupId;
import dev.muster.members.MemberKind;
import java.util.List;

/**
 * What the admin chose in the dialog.
 *
 * @param newGroups names of groups that are created when the import starts
 */
record ImportWish(MemberKind kind, boolean invite, List<GroupId> groups, List<String> newGroups) {

    ImportWish {
        groups = List.copyOf(groups);
        newGroups = List.copyOf(newGroups);
    }
}
