package dev.muster.imports;

import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import java.util.List;

/**
 * What the rows of an import do to members.
 *
 * @param kind what new members become
 * @param invite whether whoever was never invited is
 * @param groups the groups that every imported member is added to
 */
record ImportRules(MemberKind kind, boolean invite, List<GroupSummary> groups, FieldPolicies policies) {

    ImportRules {
        groups = List.copyOf(groups);
    }
}
