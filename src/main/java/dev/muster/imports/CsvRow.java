package dev.muster.imports;

import java.util.List;

/**
 * A row as the file has it.
 *
 * @param line the line on which it starts; the first is 1
 * @param malformedCell the index of the first cell with text after its closing quote, or -1
 */
record CsvRow(long line, List<String> cells, int malformedCell) {

    /** Returns the cell at {@code index}; empty where the row is shorter. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Returns the length of all cells together, in UTF-16 units. */
    int length() {
        int length = 0;
        for (String cell : cells) {
            length += cell.length();
        }
        return length;
    }
}
