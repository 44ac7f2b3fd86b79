package dev.muster.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows that are read and checked, ready to be written in one transaction. Never empty. */
final class PreparedChunk {

    private final List<CheckedRow> rows;
    private final long bytesRead;
    private final List<String> keys;

    /** The hash codes of the keys, sorted. */
    private final int[] hashes;

    /**
     * @param bytesRead how far into the file reading had come
     */
    PreparedChunk(List<CheckedRow> rows, long bytesRead) {
        this.rows = rows;
        this.bytesRead = bytesRead;
        this.keys = keys(rows);
        this.hashes = keys.stream().mapToInt(String::hashCode).sorted().toArray();
    }

    private static List<String> keys(List<CheckedRow> rows) {
        var keys = new ArrayList<String>(rows.size());
        for (CheckedRow row : rows) {
            if (row instanceof CheckedRow.Accepted accepted) {
                keys.add(accepted.draft().email().key());
            }
        }
        Collections.sort(keys);
        var once = new ArrayList<String>(keys.size());
        for (String key : keys) {
            if (once.isEmpty() || !once.getLast().equals(key)) {
                once.add(key);
            }
        }
        return Collections.unmodifiableList(once);
    }

    List<CheckedRow> rows() {
        return rows;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** Returns the address keys of the people whom the rows are about, each once, in their order. */
    List<String> keys() {
        return keys;
    }

    /**
     * Returns how many rows come before the first that may be about somebody whom {@code other} is about, too. People
     * whose keys have the same hash code count as one: that is once in a thousand chunks, and then a row waits for nothing.
     */
    int rowsBefore(PreparedChunk other) {
        Set<Integer> shared = hashesSharedWith(other);
        if (shared.isEmpty()) {
            return rows.size();
        }
        int row = 0;
        while (!(rows.get(row) instanceof CheckedRow.Accepted accepted)
                || !shared.contains(accepted.draft().email().key().hashCode())) {
            row++;
        }
        return row;
    }

    private Set<Integer> hashesSharedWith(PreparedChunk other) {
        var shared = new HashSet<Integer>();
        int mine = 0;
        int theirs = 0;
        while (mine < hashes.length && theirs < other.hashes.length) {
            int order = Integer.compare(hashes[mine], other.hashes[theirs]);
            if (order == 0) {
                shared.add(hashes[mine]);
            }
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    long firstLine() {
        return rows.getFirst().row().line();
    }

    long lastLine() {
        return rows.getLast().row().line();
    }

    /** Returns the first half and the rest of a chunk of more than one row. */
    List<PreparedChunk> halves() {
        return cut(rows.size() / 2);
    }

    /** Returns the first {@code count} rows and the rest; neither may be empty. */
    List<PreparedChunk> cut(int count) {
        return List.of(
                new PreparedChunk(rows.subList(0, count), bytesRead),
                new PreparedChunk(rows.subList(count, rows.size()), bytesRead));
    }
}
