package dev.muster.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows that are read and checked, ready to be written in one transaction. Never empty. */
final class PreparedChunk {

    private final List<CheckedRow> rows;
    private final long bytesRead;
    private final List<String> keys;

    /**
     * @param bytesRead how far into the file reading had come
     */
    PreparedChunk(List<CheckedRow> rows, long bytesRead) {
        this.rows = rows;
        this.bytesRead = bytesRead;
        this.keys = keys(rows);
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

    /** Tells whether a row of each is about the same person. */
    boolean sharesPeopleWith(PreparedChunk other) {
        int mine = 0;
        int theirs = 0;
        while (mine < keys.size() && theirs < other.keys.size()) {
            int order = keys.get(mine).compareTo(other.keys.get(theirs));
            if (order == 0) {
                return true;
            }
            mine += order < 0 ? 1 : 0;
            theirs += order > 0 ? 1 : 0;
        }
        return false;
    }

    long firstLine() {
        return rows.getFirst().row().line();
    }

    long lastLine() {
        return rows.getLast().row().line();
    }

    /** Returns the first half and the rest of a chunk of more than one row. */
    List<PreparedChunk> halves() {
        int middle = rows.size() / 2;
        return List.of(
                new PreparedChunk(rows.subList(0, middle), bytesRead),
                new PreparedChunk(rows.subList(middle, rows.size()), bytesRead));
    }
}
