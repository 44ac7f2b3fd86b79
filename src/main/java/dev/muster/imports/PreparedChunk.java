package dev.muster.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows that are read and checked, ready to be written in one transaction. Never empty. */
final class PreparedChunk {

    private final List<CheckedRow> rows;
    private final long bytesRead;
    private final List<String> keys;
    private final Set<String> people;

    /**
     * @param bytesRead how far into the file reading had come
     */
    PreparedChunk(List<CheckedRow> rows, long bytesRead) {
        this.rows = rows;
        this.bytesRead = bytesRead;
        this.people = HashSet.newHashSet(rows.size());
        for (CheckedRow row : rows) {
            if (row instanceof CheckedRow.Accepted accepted) {
                people.add(accepted.draft().email().key());
            }
        }
        this.keys = people.stream().sorted().toList();
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
        return keys.stream().anyMatch(other.people::contains);
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
