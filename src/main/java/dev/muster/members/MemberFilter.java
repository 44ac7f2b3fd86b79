package dev.muster.members;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of members is narrowed to, beside its segment. A member passes when it meets each part that is set; of the
 * values within one part, any will do.
 *
 * @param groups groups that the member is in, effective or pending
 * @param importId the import that created the member, or null for any
 * @param invited when the last invitation went out, or null for whenever
 * @param hidden shows archived or locked members in place of the others; empty for the others
 * @param values values of custom profile fields, exact
 */
public record MemberFilter(
        Set<GroupId> groups,
        Set<MemberSource> sources,
        @Nullable Long importId,
        @Nullable InvitedWhen invited,
        Set<Hidden> hidden,
        Map<FieldId, Set<String>> values) {

    /** Lets everyone through who is neither archived nor locked. */
    public static final MemberFilter NONE = new MemberFilter(Set.of(), Set.of(), null, null, Set.of(), Map.of());

    /** Why a list does not show a member unless asked. */
    public enum Hidden {
        ARCHIVED,
        LOCKED
    }

    /** When the last invitation of a member went out. */
    public enum InvitedWhen {
        NEVER,
        EVER,
        /** Within the last seven days. */
        WEEK,
        /** Within the last thirty days. */
        MONTH,
        /** More than thirty days ago. */
        EARLIER
    }

    public MemberFilter {
        groups = Set.copyOf(groups);
        sources = Set.copyOf(sources);
        hidden = Set.copyOf(hidden);
        var filled = new LinkedHashMap<FieldId, Set<String>>();
        values.forEach((field, wanted) -> {
            if (!wanted.isEmpty()) {
                filled.put(field, new LinkedHashSet<>(wanted));
            }
        });
        values = Map.copyOf(filled);
    }

    public MemberFilter withGroups(Set<GroupId> newGroups) {
        return new MemberFilter(newGroups, sources, importId, invited, hidden, values);
    }

    public MemberFilter withSources(Set<MemberSource> newSources) {
        return new MemberFilter(groups, newSources, importId, invited, hidden, values);
    }

    public MemberFilter withImport(@Nullable Long newImportId) {
        return new MemberFilter(groups, sources, newImportId, invited, hidden, values);
    }

    public MemberFilter withInvited(@Nullable InvitedWhen newInvited) {
        return new MemberFilter(groups, sources, importId, newInvited, hidden, values);
    }

    public MemberFilter withHidden(Set<Hidden> newHidden) {
        return new MemberFilter(groups, sources, importId, invited, newHidden, values);
    }

    /** Returns a copy that asks for {@code wanted} of {@code field}; an empty set asks for anything. */
    public MemberFilter withValues(FieldId field, Set<String> wanted) {
        var newValues = new LinkedHashMap<>(values);
        newValues.put(field, wanted);
        return new MemberFilter(groups, sources, importId, invited, hidden, newValues);
    }

    /** Tells whether nothing is set. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
