package dev.muster.invitations;

import dev.muster.members.MemberId;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact as a line of the Invite List.
 *
 * @param company empty where it is blank
 * @param lastInvited null where it was never invited
 */
public record ContactRow(
        MemberId id,
        String name,
        String email,
        String company,
        MemberKind kind,
        MemberSource source,
        Instant added,
        @Nullable Instant lastInvited,
        State state) {

    /** What keeps a contact from being invited, if anything does. */
    public enum State {
        ACTIVE,
        ARCHIVED,
        LOCKED,
        OPTED_OUT
    }
}
