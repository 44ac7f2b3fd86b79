package dev.muster.members;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A part of the members that a list shows. None holds archived or locked ones. */
public enum MemberSegment {
    JOINED(1),
    NOT_JOINED(2),
    NOMINEES(3),
    ALL(1, 2, 3);

    /** What {@code member.segment} holds. */
    private final List<Integer> codes;

    MemberSegment(Integer... codes) {
        this.codes = List.of(codes);
    }

    List<Integer> codes() {
        return codes;
    }

    /** Says in SQL that a member is in the segment. */
    String condition() {
        return codes.size() == 1 ? "segment = " + codes.getFirst() : "segment > 0";
    }

    /** Finds the segment by its name without regard to case, as an address has it. */
    public static Optional<MemberSegment> named(String name) {
        return Arrays.stream(values())
                .filter(segment -> segment.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
