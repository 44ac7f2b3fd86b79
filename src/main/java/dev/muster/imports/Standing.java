package dev.muster.imports;

import dev.muster.members.MemberKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts about a member that decide what an import may do with it. */
record Standing(
        MemberKind kind,
        @Nullable Instant firstInvitedAt,
        @Nullable Instant lastInvitedAt,
        @Nullable Instant joinedAt,
        boolean archived,
        boolean locked,
        boolean optedOut) {

    /** The standing of somebody who was just added. */
    static Standing fresh(MemberKind kind) {
        return new Standing(kind, null, null, null, false, false, false);
    }

    /** Tells whether the member has joined or was asked to. */
    boolean isTaken() {
        return joinedAt != null || firstInvitedAt != null;
    }

    /** Tells whether an import may send the member an invitation: never to who had one, or must not be written to. */
    boolean mayBeInvited() {
        return !isTaken() && !archived && !locked && !optedOut;
    }

    /** Returns the standing after an invitation: who is invited is meant to become an advocate. */
    Standing invited(Instant now) {
        return new Standing(MemberKind.ADVOCATE, now, now, joinedAt, archived, locked, optedOut);
    }
}
