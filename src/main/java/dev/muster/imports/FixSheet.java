package dev.muster.imports;

import java.util.List;

/** What there is to put right in the rejected rows of an import. */
public sealed interface FixSheet {

    /** The columns that a person can write in, in the file's order. */
    record Columns(List<FixableColumn> columns) implements FixSheet {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /** The rows cannot be imported in this way any more, for instance because a field is gone. */
    record Unusable(FileProblem problem) implements FixSheet {}
}
