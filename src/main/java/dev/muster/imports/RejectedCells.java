package dev.muster.imports;

import dev.muster.common.Json;
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

    static List<String> read(String document) {
        return Json.read(document, CELLS);
    }
}
