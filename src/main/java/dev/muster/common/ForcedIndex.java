package dev.muster.common;

/**
 * How rows that are known by their numbers are read or locked, and no others. Of few rows MariaDB would rather read all than
 * some by an index; and for few it takes any table that grew since it was counted last. A read that locks waits for whatever
 * it reads: one row that is being changed, or added, would hold up whoever locks others. The comment names the index to
 * MariaDB; to H2, which looks numbers up anyway, it is only a comment.
 */
public final class ForcedIndex {

    /** Comes behind {@code FROM} and the table where rows are locked, or read by a list, by their ids. */
    public static final String PRIMARY = named("PRIMARY");

    private ForcedIndex() {}

    /** Returns what comes behind {@code FROM} and the table where rows are locked or read by another index. */
    public static String named(String index) {
        return " /*! FORCE INDEX (" + index + ") */";
    }
}
