package dev.muster.imports;

import java.util.Locale;

/** What can be wrong with a whole file. Each has a message and an explanation in the catalogue. */
enum FileFault {
    EMPTY,
    NO_HEADER,
    NO_ROWS,
    TOO_MANY_ROWS,
    TOO_LARGE,
    INVALID_ENCODING,
    NUL,
    INVALID_HEADER,
    NO_EMAIL_COLUMN,
    SAME_COLUMN_TWICE,
    UNCLOSED_QUOTE,
    CELL_TOO_LONG,
    TOO_MANY_CELLS,
    EXCEL,
    ZIP,
    GZIP,
    PDF,
    IMAGE,
    WEB_PAGE,
    PROGRAM,
    GROUP_GONE,
    FIELD_GONE,
    STOPPED,
    UNDO_STOPPED;

    /** Tells whether reading the file as another encoding, or by another delimiter, may help. */
    boolean dependsOnFormat() {
        return switch (this) {
            case INVALID_ENCODING,
                    NUL,
                    EMPTY,
                    NO_HEADER,
                    NO_ROWS,
                    INVALID_HEADER,
                    NO_EMAIL_COLUMN,
                    SAME_COLUMN_TWICE,
                    UNCLOSED_QUOTE,
                    CELL_TOO_LONG,
                    TOO_MANY_CELLS -> true;
            case TOO_MANY_ROWS,
                    TOO_LARGE,
                    EXCEL,
                    ZIP,
                    GZIP,
                    PDF,
                    IMAGE,
                    WEB_PAGE,
                    PROGRAM,
                    GROUP_GONE,
                    FIELD_GONE,
                    STOPPED,
                    UNDO_STOPPED -> false;
        };
    }

    /** Returns the key of the message. */
    String messageKey() {
        return "imports.file." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the key of the sentence that says where it is and what to do. */
    String explanationKey() {
        return messageKey() + ".explanation";
    }
}
