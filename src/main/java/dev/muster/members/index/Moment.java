package dev.muster.members.index;

/** The moments of a member that lists are sorted by. */
enum Moment {
    CREATED,
    JOINED,
    INVITED;

    long of(IndexedMember member) {
        return switch (this) {
            case CREATED -> member.created();
            case JOINED -> member.joined();
            case INVITED -> member.invited();
        };
    }
}
