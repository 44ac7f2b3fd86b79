package dev.muster.members.index;

/** The moments of a member that lists are sorted by. */
enum Moment {
    CREATED(0),
    JOINED(1),
    INVITED(2);

    /** Which column of a page holds it. */
    final int column;

    Moment(int column) {
        this.column = column;
    }

    long of(IndexedMember member) {
        return switch (this) {
            case CREATED -> member.created();
            case JOINED -> member.joined();
            case INVITED -> member.invited();
        };
    }
}
