package dev.muster.imports.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.common.ui.Toasts;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportSnapshot;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What {@code Import} does: asks once about a file of which most would be rejected, and starts. */
final class ImportStart {

    private final ImportDialogActions actions;
    private final HeldFile file;
    private final SelfCheck check;
    private final ImportFooter footer;
    private final Dialog dialog;
    private boolean wasAsked;

    /**
     * What the start needs of its dialog.
     *
     * @param wish says what is to be imported, and how
     * @param known says which import of the same file is shown; empty for none
     * @param between shows one that came in between
     * @param check shows what the check found
     * @param close is told once the import is started
     */
    record Dialog(
            Supplier<ImportWish> wish,
            Supplier<Optional<ImportSnapshot>> known,
            Consumer<ImportSnapshot> between,
            Runnable check,
            Runnable close) {}

    ImportStart(ImportDialogActions actions, HeldFile file, SelfCheck check, ImportFooter footer, Dialog dialog) {
        this.actions = actions;
        this.file = file;
        this.check = check;
        this.footer = footer;
        this.dialog = dialog;
    }

    /** Forgets that it asked: another file is another question. */
    void forgetAnswer() {
        wasAsked = false;
    }

    /** Starts, but asks once about a file of which the check found over half rejected. */
    void unlessMostIsRejected() {
        Optional<ImportSnapshot> doubtful = check.found(dialog.wish().get()).filter(RejectedQuestion::isWorthAsking);
        if (file.usable().isEmpty() || wasAsked || doubtful.isEmpty()) {
            start();
            return;
        }
        wasAsked = true;
        footer.startAgain();
        new RejectedQuestion(doubtful.get(), this::start, dialog.check()).open();
    }

    private void start() {
        file.usable().ifPresent(this::start);
    }

    private void start(ImportFileId chosen) {
        file.handOver();
        check.hold();
        try {
            ImportWish wish = dialog.wish().get();
            Optional<ImportSnapshot> between = actions.start(
                    chosen,
                    wish,
                    check.through(wish),
                    dialog.known().get().map(ImportSnapshot::id).orElse(null));
            if (between.isPresent()) {
                file.hold(chosen);
                dialog.between().accept(between.get());
                footer.startAgain();
                return;
            }
        } catch (RuntimeException e) {
            file.hold(chosen);
            footer.startAgain();
            Toasts.error(I18NProvider.translate("imports.dialog.failed"));
            throw e;
        }
        dialog.close().run();
    }
}
