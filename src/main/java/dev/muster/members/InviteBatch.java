package dev.muster.members;

import dev.muster.security.AccountId;
import java.util.List;
import java.util.Set;

/** Invites members, as a change to many. Implemented by the feature that knows how. */
public interface InviteBatch {

    /**
     * Invites, in the caller's transaction, those of {@code members} that mail may invite and who wait for no letter.
     *
     * @param members at most a thousand
     * @param groups those that the invited join once they have joined
     * @param invitedBy who is to be named
     * @return who is invited
     */
    List<Long> invite(List<Long> members, Set<GroupId> groups, AccountId invitedBy);
}
