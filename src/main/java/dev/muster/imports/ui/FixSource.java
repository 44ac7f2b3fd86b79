package dev.muster.imports.ui;

import dev.muster.imports.FixSheet;
import dev.muster.imports.FixableRow;
import dev.muster.imports.RowFilter;
import java.util.List;
import java.util.Optional;

/** The rejected rows of one import, to be put right. */
interface FixSource {

    FixSheet sheet();

    List<FixableRow> rows(RowFilter filter, int offset, int limit);

    long count(RowFilter filter);

    /** Returns the first row after {@code line}; empty after the last. */
    Optional<FixableRow> next(RowFilter filter, long line);

    /** Keeps what somebody wrote, and returns the row with what is to be said about it now. */
    FixableRow correct(long line, List<String> cells);

    /** Takes a row back to what the file has. */
    FixableRow takeBack(long line);

    /** Returns how many rows can be imported. */
    long ready();

    /**
     * Imports the rows that can be, and shows that import.
     *
     * @return whether there was one; somebody else may have been faster
     */
    boolean importReady();
}
