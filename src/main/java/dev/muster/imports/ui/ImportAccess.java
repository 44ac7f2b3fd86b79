package dev.muster.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import org.springframework.stereotype.Component;

/** What the current user may do with imports. */
@Component
class ImportAccess {

    private final ImportDesk imports;
    private final LiveImports live;
    private final CurrentUser user;

    ImportAccess(ImportDesk imports, LiveImports live, CurrentUser user) {
        this.imports = imports;
        this.live = live;
        this.user = user;
    }

    /** Tells whether the current user may start, stop and resume imports. */
    boolean mayImport() {
        return user.find().filter(one -> one.role() != Role.VIEWER).isPresent();
    }

    ImportActions actions() {
        return new ImportActions(mayImport(), this::cancel, this::resume, ImportAccess::open);
    }

    private void cancel(ImportId id) {
        imports.cancel(id);
        live.reconcile(imports.active());
    }

    private void resume(ImportId id) {
        imports.resume(id);
        live.reconcile(imports.active());
    }

    private static void open(ImportId id) {
        UI.getCurrent().navigate(ImportView.class, parameters(id));
    }

    /** Returns what the address of an import's page holds. */
    static RouteParameters parameters(ImportId id) {
        return new RouteParameters(ImportView.ID, Long.toString(id.value()));
    }
}
