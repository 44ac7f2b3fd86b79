package dev.muster.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import dev.muster.common.ui.Toasts;
import dev.muster.imports.CorrectionDesk;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.RowsToFix;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the current user may do with imports. */
@Component
class ImportAccess {

    private final ImportDesk imports;
    private final RowsToFix rowsToFix;
    private final CorrectionDesk corrections;
    private final ImportDialogs dialogs;
    private final UndoSource undos;
    private final LiveImports live;
    private final CurrentUser user;

    ImportAccess(
            ImportDesk imports,
            RowsToFix rowsToFix,
            CorrectionDesk corrections,
            ImportDialogs dialogs,
            UndoSource undos,
            LiveImports live,
            CurrentUser user) {
        this.imports = imports;
        this.rowsToFix = rowsToFix;
        this.corrections = corrections;
        this.dialogs = dialogs;
        this.undos = undos;
        this.live = live;
        this.user = user;
    }

    /** Tells whether the current user may start, stop and resume imports. */
    boolean mayImport() {
        return user.find().filter(one -> one.role() != Role.VIEWER).isPresent();
    }

    ImportActions actions() {
        return new ImportActions(
                mayImport(), this::cancel, this::resume, dialogs::openAgain, this::undo, ImportAccess::open);
    }

    /** Returns what tells about undos. */
    UndoSource undos() {
        return undos;
    }

    private void undo(ImportSnapshot one) {
        new UndoDialog(one, undos).open();
    }

    /** Returns the rejected rows of the import that {@code shown} names, to be put right; null where that is not allowed. */
    @Nullable
    FixSource fixing(Supplier<ImportId> shown) {
        return mayImport() ? new FixByDesk(rowsToFix, corrections, shown, this::follow) : null;
    }

    private void follow(ImportId started) {
        live.reconcile(imports.active());
        Toasts.done(UI.getCurrent().getTranslation("imports.dialog.started"));
        open(started);
    }

    private void cancel(ImportId id) {
        imports.cancel(id);
        live.reconcile(imports.active());
    }

    private void resume(ImportId id) {
        imports.resume(id)
                .ifPresent(refusal ->
                        Toasts.error(UI.getCurrent().getTranslation(refusal.messageKey(), id.value(), stateOf(id))));
        live.reconcile(imports.active());
    }

    private String stateOf(ImportId id) {
        return imports.find(id)
                .map(ImportSnapshot::state)
                .map(ImportState::name)
                .orElse("");
    }

    private static void open(ImportId id) {
        UI.getCurrent().navigate(ImportView.class, parameters(id));
    }

    /** Returns what the address of an import's page holds. */
    static RouteParameters parameters(ImportId id) {
        return new RouteParameters(ImportView.ID, Long.toString(id.value()));
    }
}
