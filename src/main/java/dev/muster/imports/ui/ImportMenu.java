package dev.muster.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Toasts;
import java.net.URL;

/** The {@code ...} menu of an import's page. */
final class ImportMenu extends Composite<Div> {

    private final MenuItem copy;

    /**
     * @param download the link to the annotated file
     */
    ImportMenu(CsvLink download) {
        var button = new Button(Icons.MORE.create());
        button.addClassNames("aura-accent-neutral", "icon-button");
        button.setAriaLabel(getTranslation("imports.page.menu"));
        button.setTooltipText(getTranslation("imports.page.menu"));
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(
                getTranslation("imports.page.download"),
                _ -> download.getElement().callJsFunction("click"));
        copy = menu.addItem(getTranslation("imports.page.copy"));
        download.addClassName("sr-only");
        download.setTabIndex(-1);
        download.getElement().setAttribute("aria-hidden", "true");
        getContent().add(button, download);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().fetchCurrentURL(this::offer);
    }

    private void offer(URL page) {
        String address = page.toExternalForm().replaceFirst("[?#].*", "");
        Clipboard.onClick(copy)
                .writeText(address, _ -> Toasts.done(getTranslation("imports.page.copied")), _ -> showAddress(address));
    }

    /** Without https a page may not write to the clipboard. */
    private void showAddress(String address) {
        var field = new TextField(getTranslation("imports.page.copy.by-hand"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        field.focus();
        var dialog = new Dialog(getTranslation("imports.page.copy"), field);
        dialog.setWidth("480px");
        dialog.open();
    }
}
