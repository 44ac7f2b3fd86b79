package dev.muster.security;

import java.time.LocalDateTime;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of one list of entries began, as far as they were seen: scrolling on is then a seek from the nearest
 * one, however deep. What is added to the log while the list is open does not move its rows. Holds for one query. Not
 * thread-safe.
 */
public final class AuditPages {

    /**
     * An entry after which reading goes on.
     *
     * @param skip how many more to leave out from there
     */
    record Start(@Nullable Mark after, int skip) {}

    /** The place of an entry in the order of the log. */
    record Mark(LocalDateTime at, long id) {}

    private final TreeMap<Integer, Mark> lastOfPages = new TreeMap<>();
    private @Nullable Long newest;

    /** Returns the newest entry that this list has, once it is known. */
    @Nullable
    Long newest() {
        return newest;
    }

    void beginAt(long newestId) {
        newest = newestId;
    }

    Start startFor(int offset) {
        var nearest = lastOfPages.floorEntry(offset);
        return nearest == null ? new Start(null, offset) : new Start(nearest.getValue(), offset - nearest.getKey());
    }

    void remember(int rowsBefore, Mark last) {
        lastOfPages.put(rowsBefore, last);
    }
}
