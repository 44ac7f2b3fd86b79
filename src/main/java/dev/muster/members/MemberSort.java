package dev.muster.members;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a list of members can be sorted by. Members without a value come first when ascending. */
public enum MemberSort {
    NAME,
    EMAIL,
    COMPANY,
    /** By segment, then by name. */
    STATUS,
    /** By source, then by when they were added. */
    SOURCE,
    JOINED,
    LAST_INVITED,
    ADDED;

    /** Returns the columns that make the order within {@code segment}, the last one unique. */
    List<String> order(MemberSegment segment) {
        return switch (this) {
            case NAME -> List.of("name", "id");
            case EMAIL -> List.of("email_key");
            case COMPANY -> List.of("company", "id");
            case STATUS -> List.of("segment", "name", "id");
            case SOURCE -> List.of("source", "created_at", "id");
            case JOINED -> List.of(segment == MemberSegment.JOINED ? "listed_at" : "joined_at", "id");
            case LAST_INVITED -> List.of(segment == MemberSegment.NOT_JOINED ? "listed_at" : "last_invited_at", "id");
            case ADDED -> List.of(segment == MemberSegment.NOMINEES ? "listed_at" : "created_at", "id");
        };
    }

    /** Finds the order by its name without regard to case, as an address has it. */
    public static Optional<MemberSort> named(String name) {
        return Arrays.stream(values())
                .filter(sort -> sort.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
