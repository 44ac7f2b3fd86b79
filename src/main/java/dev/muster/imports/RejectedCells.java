package dev.muster.imports;

import dev.muster.common.Json;
import dev.muster.common.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The cells of a rejected row as they are kept: all of them, but no more text than a document of the database holds. */
final class RejectedCells {

    private static final int MAX_CELL_OF_LONG_ROW = 5000;
    private static final int MAX_CELLS_OF_LONG_ROW = 20;

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private RejectedCells() {}

    static List<String> kept(CsvRow row) {
        if (row.length() <= RowRules.MAX_ROW && row.cells().size() <= RowRules.MAX_ROW / 4) {
            return row.cells();
        }
        return row.cells().stream()
                .limit(MAX_CELLS_OF_LONG_ROW)
                .map(cell -> Issue.shortened(cell, MAX_CELL_OF_LONG_ROW))
                .toList();
    }

    /** Returns what a search is looked for by in documents of cells, where a quotation mark has a backslash in front. */
    static String searched(String search) {
        String document = Json.write(WhiteSpace.clean(search));
        return document.substring(1, document.length() - 1);
    }

    static List<String> read(String document) {
        return Json.read(document, CELLS);
    }

    /** Brings a row to the header's length, and one cell more for all that is too many. */
    static List<String> padded(List<String> cells, int size) {
        var padded = new ArrayList<>(cells.subList(0, Math.min(size, cells.size())));
        while (padded.size() < size) {
            padded.add("");
        }
        padded.add(cells.size() <= size ? "" : String.join(", ", cells.subList(size, cells.size())));
        return padded;
    }

    /** Leaves out the cell for all that is too many where nothing is in it. */
    static List<String> withoutEmptyRest(List<String> cells, int size) {
        return cells.size() > size && cells.getLast().isBlank() ? cells.subList(0, size) : cells;
    }
}
