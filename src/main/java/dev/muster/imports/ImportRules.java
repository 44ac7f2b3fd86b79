package dev.muster.imports;

import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import java.util.List;

/**
 * What the rows of an import do to members.
 *
 * @param kind what new members become
 * @param invite whether whoever was never invited is
 * @param groups the groups that every imported member is added to
 * @param groupsOfNewcomers the groups that every new member joins, however it came
 */
record ImportRules(
        MemberKind kind,
        boolean invite,
        List<GroupSummary> groups,
        List<GroupId> groupsOfNewcomers,
        FieldPolicies policies) {

    ImportRules {
        groups = List.copyOf(groups);
        groupsOfNewcomers = List.copyOf(groupsOfNewcomers);
    }
}
