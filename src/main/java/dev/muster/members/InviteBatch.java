package dev.muster.members;

import dev.muster.security.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Invites members, as a change to many. Implemented by the feature that knows how. */
public interface InviteBatch {

    /** Tells whether nobody is to be invited before somebody has said what becomes of the mail of a restored database. */
    boolean waits();

    /**
     * Invites, in the caller's transaction, those of {@code members} that mail may invite and who wait for no letter.
     * Whoever was invited since shortly before {@code decidedAt} is left out: somebody else decided the same.
     *
     * @param members at most a thousand
     * @param groups those that the invited join once they have joined
     * @param invitedBy who is to be named
     * @param decidedAt when that was decided, however long ago
     * @return who is invited
     */
    List<Long> invite(List<Long> members, Set<GroupId> groups, AccountId invitedBy, Instant decidedAt);
}
