package dev.muster.imports;

import java.util.Locale;
import java.util.Optional;

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

    /**
     * Returns why {@code one} cannot be undone; empty where it can. An undo that failed can be asked for again.
     *
     * @param one an import as it stands, and no check
     */
    public static Optional<UndoRefusal> of(ImportSnapshot one) {
        if (one.state() == ImportState.UNDONE) {
            return Optional.of(UNDONE);
        }
        if (one.undo() != null) {
            return one.undo().state() == ImportState.FAILED ? Optional.empty() : Optional.of(BEING_UNDONE);
        }
        if (one.state().isActive()) {
            return Optional.of(NOT_ENDED);
        }
        return one.processed() == 0 ? Optional.of(NOTHING_WRITTEN) : Optional.empty();
    }

    /** Returns the key of the sentence that says it. */
    public String messageKey() {
        return "imports.undo.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
