package dev.muster.imports;

import java.util.List;

/**
 * Which column of the file goes where: made from the header's names, or by the admin.
 *
 * @param columns one for each cell of the header
 * @param ofReport whether the file is a report of an earlier import, whose cells were made safe for spreadsheets
 */
record ColumnMapping(List<Column> columns, boolean ofReport) {

    ColumnMapping {
        columns = List.copyOf(columns);
    }

    /** Returns the column at {@code index}; one without a name where the header is shorter. */
    Column column(int index) {
        return index < columns.size() ? columns.get(index) : new Column.Unnamed();
    }
}
