package dev.muster.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Where the rows of a list lie: how many of them are in each chunk, and so in which one a page begins. */
record Places(List<Place> chunks) {

    /** A chunk and how many rows of the list are in it. */
    record Place(ChunkSummary chunk, int rows) {}

    /**
     * The part of a page that lies in one chunk.
     *
     * @param from how many rows of the list come before it in the chunk
     */
    record Stretch(ChunkSummary chunk, int from, int rows) {

        /** Returns those of {@code all}, which the list has in the chunk; fewer where some are gone since they were counted. */
        <T> List<T> of(List<T> all) {
            int first = Math.min(from, all.size());
            return all.subList(first, Math.min(all.size(), first + rows));
        }
    }

    static Places of(List<ChunkSummary> chunks, ToIntFunction<ChunkSummary> count) {
        return new Places(chunks.stream()
                .map(chunk -> new Place(chunk, count.applyAsInt(chunk)))
                .toList());
    }

    /** Returns the same where some lines have more rows than were counted, or fewer. */
    Places with(Map<Long, Integer> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        var sums = new TreeMap<>(changes);
        return new Places(chunks.stream()
                .map(place -> new Place(
                        place.chunk(),
                        place.rows()
                                + sums
                                        .subMap(
                                                place.chunk().firstLine(),
                                                true,
                                                place.chunk().lastLine(),
                                                true)
                                        .values()
                                        .stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()))
                .toList());
    }

    long total() {
        return chunks.stream().mapToLong(Place::rows).sum();
    }

    /** Returns where the rows from the {@code offset}th on lie, at most {@code limit} of them. */
    List<Stretch> page(long offset, int limit) {
        var stretches = new ArrayList<Stretch>();
        long skip = offset;
        int left = limit;
        for (Place place : chunks) {
            if (skip < place.rows() && left > 0) {
                int rows = (int) Math.min(left, place.rows() - skip);
                stretches.add(new Stretch(place.chunk(), (int) skip, rows));
                left -= rows;
            }
            skip = Math.max(0, skip - place.rows());
        }
        return stretches;
    }
}
