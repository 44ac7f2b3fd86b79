package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupId;
import dev.muster.members.StandardField;
import java.util.Map;
import java.util.Set;

/**
 * A member as a row of an import finds or leaves it. Immutable.
 *
 * @param texts the standard fields that hold something, but for the address
 * @param groups those of the import's groups that the member has, pending or effective
 */
record MemberState(
        EmailAddress email,
        Map<StandardField, String> texts,
        FieldValues values,
        Standing standing,
        Set<GroupId> groups) {}
