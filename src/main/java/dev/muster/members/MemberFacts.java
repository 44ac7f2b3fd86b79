package dev.muster.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a member beside what people can edit.
 *
 * @param broughtBy the import that created the member, or null where none did
 */
public record MemberFacts(
        MemberStatus status, MemberSource source, @Nullable ImportReference broughtBy, Moments moments) {

    /**
     * When things happened to a member; null where they have not.
     *
     * @param lastLogin null also where several members are asked for at once
     */
    public record Moments(
            Instant added,
            @Nullable Instant lastInvited,
            @Nullable Instant joined,
            @Nullable Instant lastLogin,
            @Nullable Instant archived,
            @Nullable Instant locked,
            @Nullable Instant optedOut) {}
}
