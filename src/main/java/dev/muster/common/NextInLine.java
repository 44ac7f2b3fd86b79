package dev.muster.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How the next rows of a table that is a queue are locked, past those that others hold: they are looked up first, and
 * locked by their ids then. In one statement H2 locks whatever its condition finds, however few rows it is to return; and
 * to lock a row it writes all of it anew. So each ten of 50,000 letters that wait would write a gigabyte.
 */
public final class NextInLine {

    /** Stands in a list of ids that may not be empty, and is nobody's. */
    private static final long NONE = 0;

    private NextInLine() {}

    /**
     * Returns what was locked; empty where nothing is left that others do not hold.
     *
     * @param choose looks up the ids of the next rows but for the given ones, which are never none, and locks nothing
     * @param lock locks of the rows with the given ids those that nobody holds, and returns those that are still in line
     */
    public static <T> List<T> lock(Function<List<Long>, List<Long>> choose, Function<List<Long>, List<T>> lock) {
        List<Long> past = new ArrayList<>(List.of(NONE));
        while (true) {
            List<Long> ids = choose.apply(past);
            List<T> locked = ids.isEmpty() ? List.of() : lock.apply(ids);
            if (ids.isEmpty() || !locked.isEmpty()) {
                return locked;
            }
            past.addAll(ids);
        }
    }
}
