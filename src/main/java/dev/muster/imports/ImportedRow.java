package dev.muster.imports;

import dev.muster.members.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file and what happened to it. Name, address and company are the member's as they are now, or the file's
 * cells where the row was rejected.
 *
 * @param line the line of the file on which the row starts
 * @param member null where the row was rejected, or the member is gone
 */
public record ImportedRow(
        long line,
        Outcome outcome,
        @Nullable MemberId member,
        String name,
        String email,
        String company,
        List<RowIssue> issues) {

    public ImportedRow {
        issues = List.copyOf(issues);
    }

    /**
     * A message about a row.
     *
     * @param column the column's name in the file, or null where the message is about the whole row
     * @param cell what the file had there, shortened to 1,000 characters
     * @param message the exact text
     */
    public record RowIssue(
            Severity severity,
            @Nullable String column,
            @Nullable String cell,
            String message) {}
}
