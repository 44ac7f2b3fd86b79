package dev.muster.members;

import java.util.List;

/** Members were archived; published in the transaction that does it, at most a thousand members at a time. */
public record MembersArchived(List<MemberId> members) {

    public MembersArchived {
        members = List.copyOf(members);
    }
}
