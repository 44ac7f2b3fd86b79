package dev.muster.imports;

import java.util.Locale;
import java.util.Optional;

/** Why an import is not taken up again. */
public enum ResumeRefusal {
    /** It only looks, so that it is sooner started again. */
    CHECK,
    /** It has not stopped, or came to its end. */
    NOT_STOPPED,
    /** It is being undone. */
    BEING_UNDONE,
    /** Its file cannot be imported, and would be refused again. */
    FILE_REFUSED;

    /**
     * Returns why {@code one} is not taken up again; empty where it can be.
     *
     * @param one an import as it stands, or a check
     */
    public static Optional<ResumeRefusal> of(ImportSnapshot one) {
        if (one.undo() != null && one.state() != ImportState.UNDONE) {
            return Optional.of(BEING_UNDONE);
        }
        if (one.isCheck()) {
            return Optional.of(CHECK);
        }
        return switch (one.state()) {
            case QUEUED, CHECKING, CHECKED, RUNNING, COMPLETED, UNDONE -> Optional.of(NOT_STOPPED);
            case CANCELLED -> Optional.empty();
            // What fails before anybody begins is refused for its file, and goes no further than that the next time.
            case FAILED -> one.startedAt() == null ? Optional.of(FILE_REFUSED) : Optional.empty();
        };
    }

    /** Returns the key of the sentence that says it; the import's number and state go into its gaps. */
    public String messageKey() {
        return "imports.resume.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
