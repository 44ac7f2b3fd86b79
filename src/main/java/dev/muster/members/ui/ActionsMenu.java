package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.Icons;
import java.util.List;

/** The menu with what can be done with advocates. */
final class ActionsMenu extends Composite<MenuBar> {

    /**
     * Creates the menu.
     *
     * @param actions what to offer, in its order
     * @param page the page that the actions run on
     */
    ActionsMenu(List<AdvocatesAction> actions, Component page) {
        MenuItem root = getContent().addItem(getTranslation("members.advocates.actions"));
        for (AdvocatesAction action : actions) {
            var entry = new Div(Icons.of(action.icon()), new Span(getTranslation(action.titleKey())));
            entry.addClassName("menu-entry");
            root.getSubMenu().addItem(entry, _ -> action.run(page));
        }
        getContent().addThemeVariants(MenuBarVariant.PRIMARY);
    }
}
