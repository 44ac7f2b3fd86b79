package dev.muster.api;

import dev.muster.members.MemberSegment;

/** Which advocates a list is of. */
enum AdvocateStatus {
    JOINED,
    NOT_JOINED,
    NOMINEE,
    ALL;

    MemberSegment segment() {
        return switch (this) {
            case JOINED -> MemberSegment.JOINED;
            case NOT_JOINED -> MemberSegment.NOT_JOINED;
            case NOMINEE -> MemberSegment.NOMINEES;
            case ALL -> MemberSegment.ALL;
        };
    }
}
