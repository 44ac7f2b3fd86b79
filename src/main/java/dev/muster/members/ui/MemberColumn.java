package dev.muster.members.ui;

import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of the Advocates page, in their order. */
enum MemberColumn {
    NAME(MemberSort.NAME, "188px", 3),
    EMAIL(MemberSort.EMAIL, "184px", 3),
    COMPANY(MemberSort.COMPANY, "104px", 1),
    STATUS(MemberSort.STATUS, "114px", 0),
    GROUPS(null, "116px", 0),
    SOURCE(MemberSort.SOURCE, "106px", 0),
    JOINED(MemberSort.JOINED, "108px", 0),
    LAST_INVITED(MemberSort.LAST_INVITED, "120px", 0),
    ADDED(MemberSort.ADDED, "108px", 0);

    /** What a person may hide. The name stays, and the moment follows the segment. */
    static final Set<MemberColumn> OPTIONAL = EnumSet.range(EMAIL, SOURCE);

    private final @Nullable MemberSort sort;
    private final String width;
    private final int grow;

    MemberColumn(@Nullable MemberSort sort, String width, int grow) {
        this.sort = sort;
        this.width = width;
        this.grow = grow;
    }

    Optional<MemberSort> sort() {
        return Optional.ofNullable(sort);
    }

    String width() {
        return width;
    }

    int grow() {
        return grow;
    }

    String headerKey() {
        return "members.column." + name();
    }

    /** Tells whether the column belongs to the list of {@code segment}. */
    boolean isFor(MemberSegment segment) {
        return switch (this) {
            case JOINED -> segment == MemberSegment.JOINED;
            case LAST_INVITED -> segment == MemberSegment.NOT_JOINED;
            case ADDED -> segment == MemberSegment.NOMINEES || segment == MemberSegment.ALL;
            default -> true;
        };
    }

    /** Returns the column that shows what a list is sorted by. */
    static MemberColumn of(MemberSort sort) {
        return MemberColumn.valueOf(sort.name());
    }
}
