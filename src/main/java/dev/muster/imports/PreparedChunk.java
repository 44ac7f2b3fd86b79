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
}
