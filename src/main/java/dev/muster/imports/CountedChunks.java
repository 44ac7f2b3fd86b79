package dev.muster.imports;

import dev.muster.imports.Places.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many rows of each chunk a list has, where the chunk does not say. A chunk never changes, so it is counted once as
 * long as somebody looks at the list; while the import runs, only what came since is.
 */
@Component
class CountedChunks {

    private static final int LISTS = 64;

    /** Counted in one go, so that no list is long. */
    private static final int AT_ONCE = 20;

    /** A member whom a search found can be renamed meanwhile. */
    private static final Duration KEPT = Duration.ofSeconds(20);

    private final Clock clock;
    private final LastUsed<Key, Counts> known = new LastUsed<>(LISTS);

    CountedChunks(Clock clock) {
        this.clock = clock;
    }

    private record Key(ImportId id, Object list) {}

    private record Counts(Instant until, Map<Integer, Integer> rows) {}

    /** Counts the rows that a list has in chunks that follow each other. */
    interface Counter {
        List<Integer> count(List<ChunkSummary> chunks);

        /** Counts rows whose lines are found in one go. */
        static Counter ofLines(Finder finder) {
            return chunks -> {
                Lines lines = finder.find(
                        chunks.getFirst().firstLine(), chunks.getLast().lastLine());
                return chunks.stream()
                        .map(chunk -> lines.countBetween(chunk.firstLine(), chunk.lastLine()))
                        .toList();
            };
        }
    }

    /** Finds the rows of a list from one line to another; a line is there as often as the list has it. */
    interface Finder {
        Lines find(long from, long to);
    }

    /**
     * Returns where the rows of a list lie that a change elsewhere can make longer or shorter.
     *
     * @param list what tells it from the other lists of the import
     */
    Places of(ImportId id, Object list, List<ChunkSummary> chunks, Counter counter) {
        return places(id, list, chunks, clock.instant().plus(KEPT), counter);
    }

    /** Returns where the rows of a list lie that has the same rows of a chunk for ever. */
    Places lasting(ImportId id, Object list, List<ChunkSummary> chunks, Counter counter) {
        return places(id, list, chunks, Instant.MAX, counter);
    }

    private Places places(ImportId id, Object list, List<ChunkSummary> chunks, Instant until, Counter counter) {
        var key = new Key(id, list);
        Counts before = find(key);
        Map<Integer, Integer> rows = new HashMap<>(before == null ? Map.of() : before.rows());
        List<ChunkSummary> missing = chunks.stream()
                .filter(chunk -> !rows.containsKey(chunk.chunk()))
                .toList();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<ChunkSummary> some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            List<Integer> counts = counter.count(some);
            for (int i = 0; i < some.size(); i++) {
                rows.put(some.get(i).chunk(), counts.get(i));
            }
        }
        if (!missing.isEmpty()) {
            known.keep(key, new Counts(before == null ? until : before.until(), rows));
        }
        var places = new ArrayList<Place>(chunks.size());
        chunks.forEach(chunk -> places.add(new Place(chunk, Objects.requireNonNull(rows.get(chunk.chunk())))));
        return new Places(places);
    }

    private @Nullable Counts find(Key key) {
        Counts counts = known.find(key);
        return counts == null || counts.until().isBefore(clock.instant()) ? null : counts;
    }
}
