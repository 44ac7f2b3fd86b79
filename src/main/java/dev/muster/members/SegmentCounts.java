package dev.muster.members;

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
}
