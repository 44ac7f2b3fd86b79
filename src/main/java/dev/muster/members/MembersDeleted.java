package dev.muster.members;

import java.util.List;

/**
 * Members are deleted; published in the transaction that does it, right before their rows go, so that a listener can
 * still remove what hangs on them. At most a thousand members at a time.
 */
public record MembersDeleted(List<MemberId> members) {

    public MembersDeleted {
        members = List.copyOf(members);
    }
}
