package dev.muster.members;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A part of the members that a list shows. None holds archived or locked ones, unless a filter asks for these. */
public enum MemberSegment {
    JOINED,
    NOT_JOINED,
    NOMINEES,
    ALL;

    /** Returns the segments that this one is made of. */
    public Set<MemberSegment> parts() {
        return this == ALL ? EnumSet.of(JOINED, NOT_JOINED, NOMINEES) : EnumSet.of(this);
    }

    /** Finds the segment by its name without regard to case, as an address has it. */
    public static Optional<MemberSegment> named(String name) {
        return Arrays.stream(values())
                .filter(segment -> segment.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
