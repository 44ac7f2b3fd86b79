package dev.muster.imports;

import java.util.Arrays;
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

    /** Tells whether any row can have a message with this key. */
    public static boolean isMessage(String messageKey) {
        return Arrays.stream(Issue.Kind.values())
                .anyMatch(kind -> kind.messageKey().equals(messageKey));
    }
}
