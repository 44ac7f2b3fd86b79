package dev.muster.imports;

import java.util.Locale;

/** Why an import cannot be undone. */
public enum UndoRefusal {
    /** It still writes, or waits to. */
    NOT_ENDED,
    /** It ended before it wrote a row. */
    NOTHING_WRITTEN,
    /** Its undo is on the way. */
    BEING_UNDONE,
    /** It was undone before. */
    UNDONE;

    /** Returns the key of the sentence that says it. */
    public String messageKey() {
        return "imports.undo.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
