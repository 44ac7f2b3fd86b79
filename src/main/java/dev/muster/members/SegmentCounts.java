package dev.muster.members;

import java.util.EnumSet;
import java.util.Set;

/** How many members are in each segment. */
public record SegmentCounts(long joined, long notJoined, long nominees) {

    /** Returns the number of members in {@code segment}. */
    public long of(MemberSegment segment) {
        return switch (segment) {
            case JOINED -> joined;
            case NOT_JOINED -> notJoined;
            case NOMINEES -> nominees;
            case ALL -> joined + notJoined + nominees;
        };
    }

    /** Returns the segments that have anybody in them. */
    Set<MemberSegment> filled() {
        var filled = EnumSet.copyOf(MemberSegment.ALL.parts());
        filled.removeIf(segment -> of(segment) == 0);
        return filled;
    }
}
