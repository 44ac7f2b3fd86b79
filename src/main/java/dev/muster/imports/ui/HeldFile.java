package dev.muster.imports.ui;

import dev.muster.imports.ImportFileId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The uploaded file that the dialog has in hand: discarded when it is put down, unless an import has taken it. */
final class HeldFile {

    private final ImportDialogActions actions;
    private @Nullable ImportFileId usable;
    private @Nullable ImportFileId unreadable;

    HeldFile(ImportDialogActions actions) {
        this.actions = actions;
    }

    /** Holds a file that can be imported. */
    void hold(ImportFileId file) {
        usable = file;
    }

    /** Holds a file that cannot be imported as it was read; null for none. */
    void holdUnreadable(@Nullable ImportFileId file) {
        unreadable = file;
    }

    /** Returns the file that can be imported. */
    Optional<ImportFileId> usable() {
        return Optional.ofNullable(usable);
    }

    /** Lets go of what is held, which stays where it is: somebody else has it now. */
    void handOver() {
        usable = null;
        unreadable = null;
    }

    /** Discards what is held. */
    void discard() {
        if (usable != null) {
            actions.discard(usable);
        }
        if (unreadable != null) {
            actions.discard(unreadable);
        }
        handOver();
    }
}
