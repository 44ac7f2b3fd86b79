package dev.muster.imports;

import dev.muster.imports.ImportedRow.RowIssue;
import java.util.ArrayList;
import java.util.List;

/**
 * A rejected row as it would be imported now.
 *
 * @param line where it starts in the file that was imported
 * @param cells one for each cell of the header, and a last one that holds all beyond it, perhaps empty
 * @param state how far it is
 * @param issues what would be said about it; where nobody touched the row, what was said at the import
 */
public record FixableRow(long line, List<String> cells, State state, List<RowIssue> issues) {

    /** How far a row is. */
    public enum State {
        /** As the file has it. */
        UNTOUCHED,
        /** Somebody changed it, but it would still be rejected. */
        CHANGED,
        /** It can be imported. */
        READY,
        /** Somebody imported it meanwhile; it is not to be changed any more. */
        IMPORTED
    }

    public FixableRow {
        cells = List.copyOf(cells);
        issues = List.copyOf(issues);
    }

    /** Returns the cells with another one at {@code index}. */
    public List<String> with(int index, String cell) {
        var changed = new ArrayList<>(cells);
        changed.set(index, cell);
        return List.copyOf(changed);
    }
}
