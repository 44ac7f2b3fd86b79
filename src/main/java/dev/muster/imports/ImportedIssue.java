package dev.muster.imports;

import org.jspecify.annotations.Nullable;

/**
 * A message about a row of a file.
 *
 * @param line the line of the file on which the row starts; the header is line 1
 * @param column the column's name in the file, or null where the message is about the whole row
 * @param value what the file had there, shortened to 1,000 characters; null where the message is about the whole row
 * @param message the exact text
 */
public record ImportedIssue(
        long line, @Nullable String column, @Nullable String value, Severity severity, String message) {}
