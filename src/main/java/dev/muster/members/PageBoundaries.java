package dev.muster.members;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of one list began, as far as they were seen: scrolling on is then a seek from the nearest one, however
 * deep. Holds for one query; a list that filters or sorts anew starts with new ones. Not thread-safe: a page is shown by
 * one thread at a time.
 */
public final class PageBoundaries {

    /** Closer ones would only cost memory: so many rows are skipped in no time. */
    private static final int APART = 200;

    private final TreeMap<Integer, Boundary> afterRows = new TreeMap<>();

    /**
     * The row before a page.
     *
     * @param keys its values of the columns that make the order
     */
    record Boundary(List<@Nullable Object> keys) {}

    /**
     * Where to start reading.
     *
     * @param boundary the row after which to start, or null for the beginning
     * @param skip how many rows to leave out from there
     */
    record Start(@Nullable Boundary boundary, int skip) {}

    Start startFor(int offset) {
        Map.Entry<Integer, Boundary> nearest = afterRows.floorEntry(offset);
        return nearest == null ? new Start(null, offset) : new Start(nearest.getValue(), offset - nearest.getKey());
    }

    void remember(int rowsBefore, Boundary boundary) {
        Integer nearest = afterRows.floorKey(rowsBefore);
        if (rowsBefore - (nearest == null ? 0 : nearest) >= APART) {
            afterRows.put(rowsBefore, boundary);
        }
    }
}
