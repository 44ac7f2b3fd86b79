package dev.muster.imports;

/**
 * All issues of an import that say the same.
 *
 * @param messageKey the message's key in the catalogue: what to filter the rows by
 * @param message the text, with … in place of what differs from row to row
 * @param rows how many rows have it
 */
public record IssueGroup(Severity severity, String messageKey, String message, long rows) {}
