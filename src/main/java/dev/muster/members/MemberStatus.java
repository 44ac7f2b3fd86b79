package dev.muster.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a member has come. Read from the facts about it, never stored. */
public enum MemberStatus {
    JOINED,
    NOT_JOINED,
    NOMINEE;

    /**
     * The one rule: who has joined is joined; else a nominee is a nominee; else not joined. The same rule in SQL stands
     * beside the queries that filter by it.
     */
    public static MemberStatus of(MemberKind kind, @Nullable Instant joinedAt) {
        if (joinedAt != null) {
            return JOINED;
        }
        return kind == MemberKind.NOMINEE ? NOMINEE : NOT_JOINED;
    }
}
