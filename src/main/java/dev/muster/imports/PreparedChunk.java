package dev.muster.imports;

import java.util.List;

/**
 * Rows that are read and checked, ready to be written in one transaction. Never empty.
 *
 * @param bytesRead how far into the file reading had come
 */
record PreparedChunk(List<CheckedRow> rows, long bytesRead) {

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
