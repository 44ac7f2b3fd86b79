package dev.muster.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of one list leave behind for the next. Of a long list, where the pages began, as far as they were seen:
 * scrolling on is then a seek from the nearest one, however deep. Of a short one, the order of all its members. Holds for
 * one query; a list that filters or sorts anew starts with new ones. Not thread-safe: a page is shown by one thread at a
 * time.
 */
public final class PageBoundaries {

    /** So many are sorted in no time; of a list that has more, each page finds its rows by walking an index. */
    static final int SHORT = 10_000;

    /** Closer ones would only cost memory: so many rows are skipped in no time. */
    private static final int APART = 200;

    private final TreeMap<Integer, Boundary> afterRows = new TreeMap<>();
    private final Set<MemberSegment> filled;
    private final boolean isShort;
    private @Nullable List<Long> ids;

    /** Creates the ones of a list whose length is not known. */
    public PageBoundaries() {
        filled = MemberSegment.ALL.parts();
        isShort = false;
    }

    /** Creates the ones of the list of {@code segment}, where {@code found} are in each. */
    public PageBoundaries(MemberSegment segment, SegmentCounts found) {
        filled = found.filled();
        isShort = found.of(segment) <= SHORT;
    }

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

    boolean isShort() {
        return isShort;
    }

    Set<MemberSegment> filled() {
        return filled;
    }

    /** Returns the ids of a short list, in order; null until they were {@link #remember remembered}. */
    @Nullable
    List<Long> ids() {
        return ids;
    }

    void remember(List<Long> newIds) {
        ids = new ArrayList<>(newIds);
    }

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
