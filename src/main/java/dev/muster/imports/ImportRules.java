package dev.muster.imports;

import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rows of an import do to members; the same for all of them.
 *
 * @param kind what new members become
 * @param invite whether whoever was never invited is
 * @param groups the groups that every imported member is added to
 * @param groupsOfNewcomers the groups that every new member joins, however it came
 * @param groupsOfANewMember either: the groups that a member is in whom the import creates
 */
record ImportRules(
        MemberKind kind,
        boolean invite,
        List<GroupSummary> groups,
        List<GroupId> groupsOfNewcomers,
        Set<GroupId> groupsOfANewMember,
        FieldPolicies policies) {

    /** Returns the rules by which the rows of an import follow what is wanted of it. */
    static ImportRules of(
            MemberKind kind,
            boolean invite,
            List<GroupSummary> groups,
            List<GroupId> groupsOfNewcomers,
            FieldPolicies policies) {
        var either = new HashSet<>(groupsOfNewcomers);
        groups.forEach(group -> either.add(group.id()));
        return new ImportRules(
                kind, invite, List.copyOf(groups), List.copyOf(groupsOfNewcomers), Set.copyOf(either), policies);
    }
}
