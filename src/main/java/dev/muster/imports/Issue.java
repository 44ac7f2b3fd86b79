package dev.muster.imports;

import dev.muster.common.Catalogue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message about a row, before it is put into words.
 *
 * @param arguments what fills the gaps of the message
 * @param column the column it is about, or null for the row as a whole
 * @param cell what the file has there, shortened, or null
 */
record Issue(
        Kind kind,
        List<String> arguments,
        @Nullable String column,
        @Nullable String cell) {

    static final int MAX_CELL = 1000;
    private static final int MAX_COLUMN = 255;

    /** Every message that a row can get. */
    enum Kind {
        EMAIL_BLANK(Severity.ERROR),
        EMAIL_INVALID(Severity.ERROR),
        NAME_BLANK(Severity.ERROR),
        TOO_LONG(Severity.ERROR, 1),
        VALUE_TOO_LONG(Severity.ERROR),
        EXTRA_CELLS(Severity.ERROR),
        MALFORMED(Severity.ERROR),
        ROW_TOO_LONG(Severity.ERROR, 1),
        DELETED(Severity.ERROR),
        UNPROCESSABLE(Severity.ERROR),
        VALUE_BLANK(Severity.WARNING),
        VALUE_TWICE(Severity.WARNING),
        VALUE_NOT_LISTED(Severity.WARNING),
        LOOK_ALIKE_DOMAIN(Severity.WARNING, 1),
        DUPLICATE(Severity.WARNING, 1),
        ALREADY_TAKEN(Severity.INFO),
        ARCHIVED(Severity.INFO),
        LOCKED(Severity.INFO),
        OPTED_OUT(Severity.INFO),
        CHANGED_SINCE_CHECK(Severity.INFO),
        GARBLED_TEXT_FOUND(Severity.INFO),
        GARBLED_TEXT_REPAIRED(Severity.INFO),
        NOT_A_CONTACT_FOUND(Severity.INFO),
        NOT_A_CONTACT_LEFT_OUT(Severity.INFO),
        WRAPPED_ADDRESS_FOUND(Severity.INFO),
        WRAPPED_ADDRESS_REPAIRED(Severity.INFO),
        MISSPELLED_DOMAIN_FOUND(Severity.INFO),
        MISSPELLED_DOMAIN_REPAIRED(Severity.INFO),
        NAME_IN_CAPITALS_FOUND(Severity.INFO),
        NAME_IN_CAPITALS_REPAIRED(Severity.INFO);

        private final Severity severity;
        private final int gaps;
        private final String messageKey;

        Kind(Severity severity) {
            this(severity, 0);
        }

        Kind(Severity severity, int gaps) {
            this.severity = severity;
            this.gaps = gaps;
            this.messageKey = "imports.issue." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Severity severity() {
            return severity;
        }

        private boolean isOnlyFound() {
            return switch (this) {
                case GARBLED_TEXT_FOUND,
                        NOT_A_CONTACT_FOUND,
                        WRAPPED_ADDRESS_FOUND,
                        MISSPELLED_DOMAIN_FOUND,
                        NAME_IN_CAPITALS_FOUND -> true;
                default -> false;
            };
        }

        /** Tells whether a check and the import after it both say it about a row. */
        boolean isSaidByBoth() {
            return this != CHANGED_SINCE_CHECK && !isOnlyFound();
        }

        /** Returns the message for all rows that have it, with … in place of what differs among them. */
        String textOfAll(Catalogue catalogue) {
            return catalogue.text(messageKey(), Collections.nCopies(gaps, "…").toArray());
        }

        /** Returns the key of the message in the catalogue. */
        String messageKey() {
            return messageKey;
        }

        /** Returns the kind whose message has {@code key}. */
        static Kind ofMessageKey(String key) {
            for (Kind kind : values()) {
                if (kind.messageKey().equals(key)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No message has the key %s.".formatted(key));
        }
    }

    Issue {
        arguments = List.copyOf(arguments);
        column = column == null ? null : shortened(column, MAX_COLUMN);
    }

    /** A message about the row as a whole. */
    static Issue ofRow(Kind kind, String... arguments) {
        return new Issue(kind, List.of(arguments), null, null);
    }

    /** A message about one cell. */
    static Issue ofCell(Kind kind, String column, String cell, String... arguments) {
        return new Issue(kind, List.of(arguments), column, shortened(cell, MAX_CELL));
    }

    /** Returns at most {@code max} UTF-16 units of {@code text}, and no half of a character. */
    static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }

    /** Returns the message in the words of the catalogue. */
    String text(Catalogue catalogue) {
        return catalogue.text(kind.messageKey(), arguments.toArray());
    }
}
