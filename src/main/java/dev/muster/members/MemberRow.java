package dev.muster.members;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as a line of a list.
 *
 * @param title empty where it is blank, and so is the company
 * @param importId the import that created the member, or null where none did
 * @param groups the names of the groups, effective and pending, sorted
 */
public record MemberRow(
        MemberId id,
        String name,
        String email,
        String title,
        String company,
        MemberStatus status,
        MemberSource source,
        @Nullable Long importId,
        Moments moments,
        List<String> groups) {

    public MemberRow {
        groups = List.copyOf(groups);
    }

    /** When things happened; null where they have not. */
    public record Moments(
            Instant added,
            @Nullable Instant lastInvited,
            @Nullable Instant joined,
            @Nullable Instant archived,
            @Nullable Instant locked) {}

    MemberRow in(List<String> groupNames) {
        return new MemberRow(id, name, email, title, company, status, source, importId, moments, groupNames);
    }
}
