package dev.muster.imports;

/**
 * Where a column of a file probably goes.
 *
 * @param header the column's name as the file has it, perhaps empty
 * @param target {@link ColumnTarget.Undecided} where nothing speaks for any
 */
public record ProposedColumn(String header, ColumnTarget target, Match match) {

    /** What the proposal rests on. */
    public enum Match {
        /** The column is called as the field: nothing to decide. */
        SAME_NAME,
        /** The last import of a file with this header had it so. */
        LAST_TIME,
        /** The name is a common one for the field, or the values look like it. */
        SUGGESTED,
        /** The column is of a report of an earlier import, or was left out the last time. */
        LEFT_OUT,
        /** Somebody has to decide. */
        OPEN,
        /** The column has no name. */
        UNNAMED
    }
}
