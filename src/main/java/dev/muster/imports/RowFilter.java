package dev.muster.imports;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of an import to show.
 *
 * @param outcome null for every outcome
 * @param messageKey null for every message and none
 * @param search part of a name, an address or a company, or a line number; blank for all rows
 */
public record RowFilter(@Nullable Outcome outcome, @Nullable String messageKey, String search) {

    /** All rows. */
    public static final RowFilter ALL = new RowFilter(null, null, "");
}
