package dev.muster.imports.ui;

import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The check that the dialog has going: one at a time, and the one before is given up. */
final class RunningCheck {

    private final ImportDialogActions actions;
    private @Nullable ImportSnapshot latest;
    private @Nullable ImportWish of;

    RunningCheck(ImportDialogActions actions) {
        this.actions = actions;
    }

    /** Checks {@code wish}, unless that is what is checked already; returns how it stands. */
    ImportSnapshot start(ImportFileId file, ImportWish wish) {
        if (latest != null && wish.equals(of)) {
            return latest;
        }
        stop();
        of = wish;
        latest = actions.check(file, wish);
        return latest;
    }

    /** Takes in how checks stand; returns this one where something is new about it. */
    Optional<ImportSnapshot> follow(ImportBoard board) {
        if (latest == null) {
            return Optional.empty();
        }
        Optional<ImportSnapshot> next = board.find(latest.id());
        next.ifPresent(one -> latest = one);
        return next;
    }

    void stop() {
        if (latest != null) {
            actions.forget(latest.id());
            latest = null;
            of = null;
        }
    }

    /** Returns what the check with exactly these wishes found; empty before it went through. */
    Optional<ImportSnapshot> found(ImportWish wish) {
        return Optional.ofNullable(latest).filter(one -> one.state() == ImportState.CHECKED && wish.equals(of));
    }

    /** Returns the check that went through with exactly these wishes, or null. */
    @Nullable
    ImportId through(ImportWish wish) {
        return found(wish).map(ImportSnapshot::id).orElse(null);
    }
}
