package dev.muster.imports;

import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A chunk as an import left it behind.
 *
 * @param number counted from 1
 * @param firstLine the line of its first row
 * @param outcomes what became of its rows, in the file's order
 */
record WrittenChunk(int number, long firstLine, int rows, List<RowOutcome> outcomes) {

    WrittenChunk {
        outcomes = List.copyOf(outcomes);
    }

    /** Returns the ids of the members that it created. */
    Set<Long> created() {
        Set<Long> ids = new HashSet<>();
        for (RowOutcome row : outcomes) {
            if (row.outcome() == Outcome.CREATED) {
                ids.add(row.memberId());
            }
        }
        return ids;
    }

    /**
     * Returns the members that it may have left otherwise than it found them, by id, with the line of their first row in it.
     *
     * @param invites whether the import invited people: then those whose row changed nothing may have been, too
     */
    SequencedMap<Long, Long> touched(boolean invites) {
        var lines = new TreeMap<Long, Long>();
        for (RowOutcome row : outcomes) {
            boolean isTouched = row.outcome() == Outcome.CREATED
                    || row.outcome() == Outcome.UPDATED
                    || (invites && row.outcome() == Outcome.UNCHANGED);
            if (isTouched && row.memberId() != 0) {
                lines.putIfAbsent(row.memberId(), row.line());
            }
        }
        return lines;
    }
}
