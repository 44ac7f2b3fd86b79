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
import java.util.List;

/** The {@code ...} menu of an import's page. */
final class ImportMenu extends Composite<Div> {

    private final MenuItem copy;

    /**
     * @param downloads links to files, each of which becomes an entry of the menu
     */
    ImportMenu(List<CsvLink> downloads) {
        var button = new Button(Icons.MORE.create());
        button.addClassNames("aura-accent-neutral", "icon-button");
        button.setAriaLabel(getTranslation("imports.page.menu"));
        button.setTooltipText(getTranslation("imports.page.menu"));
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        getContent().add(button);
        downloads.forEach(link -> addDownload(menu, link));
        copy = menu.addItem(getTranslation("imports.page.copy"));
    }

    /** The entry clicks the link, which is there for that alone. */
    private void addDownload(ContextMenu menu, CsvLink link) {
        menu.addItem(link.text(), _ -> link.getElement().callJsFunction("click"));
        link.addClassName("sr-only");
        link.setTabIndex(-1);
        link.getElement().setAttribute("aria-hidden", "true");
        getContent().add(link);
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
