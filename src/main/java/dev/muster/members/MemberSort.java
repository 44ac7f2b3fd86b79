package dev.muster.members;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a list of members can be sorted by. Members without a value come first when ascending. Each has an index that
 * starts with the segment, but for the address, whose own unique index gives the order.
 */
public enum MemberSort {
    NAME("name", String.class),
    EMAIL("email_key", String.class),
    COMPANY("company", String.class),
    /** By segment, then by name. */
    STATUS("name", String.class),
    SOURCE("source", String.class),
    JOINED("joined_at", LocalDateTime.class),
    LAST_INVITED("last_invited_at", LocalDateTime.class),
    ADDED("created_at", LocalDateTime.class);

    private final String column;
    private final Class<?> type;

    MemberSort(String column, Class<?> type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    Class<?> type() {
        return type;
    }

    /** The columns that make the order, the last one unique. */
    List<String> order() {
        return switch (this) {
            case EMAIL -> List.of(column);
            case STATUS -> List.of("segment", column, "id");
            default -> List.of(column, "id");
        };
    }

    /** Finds the order by its name without regard to case, as an address has it. */
    public static Optional<MemberSort> named(String name) {
        return Arrays.stream(values())
                .filter(sort -> sort.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
