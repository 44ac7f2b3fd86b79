package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.Icons;
import java.util.Optional;

/** {@code Import Advocates (CSV)} on the Advocates page. */
@org.springframework.stereotype.Component
class ImportAdvocatesAction implements AdvocatesAction {

    private static final int ORDER = 20;

    private final ImportDialogs dialogs;
    private final ImportAccess access;

    ImportAdvocatesAction(ImportDialogs dialogs, ImportAccess access) {
        this.dialogs = dialogs;
        this.access = access;
    }

    @Override
    public String titleKey() {
        return "imports.dialog.title";
    }

    @Override
    public String icon() {
        return Icons.DOWNLOAD.symbol();
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean isOffered() {
        return access.mayImport();
    }

    @Override
    public boolean startsTheHub() {
        return true;
    }

    @Override
    public Optional<Component> besideStart() {
        return Optional.of(dialogs.templateLink());
    }

    @Override
    public void run(Component page) {
        dialogs.open();
    }
}
