package dev.muster.members;

import java.util.List;

/** Members were locked; published in the transaction that does it, at most a thousand members at a time. */
public record MembersLocked(List<MemberId> members) {

    public MembersLocked {
        members = List.copyOf(members);
    }
}
