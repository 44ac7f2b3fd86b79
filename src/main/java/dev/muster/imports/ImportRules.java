package dev.muster.imports;

import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rows of an import do to members. Immutable; the same for all of them. */
final class ImportRules {

    private final MemberKind kind;
    private final boolean invite;
    private final List<GroupSummary> groups;
    private final List<GroupId> groupsOfNewcomers;
    private final Set<GroupId> groupsOfANewMember;
    private final FieldPolicies policies;

    /**
     * @param kind what new members become
     * @param invite whether whoever was never invited is
     * @param groups the groups that every imported member is added to
     * @param groupsOfNewcomers the groups that every new member joins, however it came
     */
    ImportRules(
            MemberKind kind,
            boolean invite,
            List<GroupSummary> groups,
            List<GroupId> groupsOfNewcomers,
            FieldPolicies policies) {
        this.kind = kind;
        this.invite = invite;
        this.groups = List.copyOf(groups);
        this.groupsOfNewcomers = List.copyOf(groupsOfNewcomers);
        this.policies = policies;
        var either = new HashSet<>(groupsOfNewcomers);
        groups.forEach(group -> either.add(group.id()));
        this.groupsOfANewMember = Set.copyOf(either);
    }

    MemberKind kind() {
        return kind;
    }

    boolean invite() {
        return invite;
    }

    List<GroupSummary> groups() {
        return groups;
    }

    List<GroupId> groupsOfNewcomers() {
        return groupsOfNewcomers;
    }

    /** Returns the groups that a member is in whom the import creates. */
    Set<GroupId> groupsOfANewMember() {
        return groupsOfANewMember;
    }

    FieldPolicies policies() {
        return policies;
    }
}
