package dev.muster.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.InitialsAvatar;
import dev.muster.security.CurrentUser;
import dev.muster.security.LoggedIn;

/** The menu of whoever is logged in: who that is, how the pages look, the way out. */
@SpringComponent
class UserMenu {

    private final CurrentUser currentUser;
    private final AuthenticationContext authentication;
    private final Catalogue texts;

    UserMenu(CurrentUser currentUser, AuthenticationContext authentication, Catalogue texts) {
        this.currentUser = currentUser;
        this.authentication = authentication;
        this.texts = texts;
    }

    /** Returns the menu of the current user for one tab; an empty one for a visitor. */
    Component create(AppearanceControls appearance) {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.addClassName("user-menu");
        currentUser.find().ifPresent(user -> fill(menu, user, appearance));
        return menu;
    }

    private void fill(MenuBar menu, LoggedIn user, AppearanceControls appearance) {
        var name = new Span(user.name());
        name.addClassName("user-name");
        var face = new Span(new InitialsAvatar(user.name()), name);
        face.addClassName("user-face");
        var root = menu.addItem(face);
        root.setAriaLabel(texts.text("shell.user.menu", user.name()));

        root.getSubMenu().addComponent(card(user));
        root.getSubMenu().addSeparator();
        var account = root.getSubMenu()
                .addItem(texts.text("shell.account"), click -> UI.getCurrent().navigate("account"));
        account.addComponentAsFirst(Icons.USER.create());
        var look = root.getSubMenu().addItem(texts.text("shell.appearance"));
        look.addComponentAsFirst(Icons.SUN.create());
        appearance.addChoices(look.getSubMenu());
        var logOut = root.getSubMenu().addItem(texts.text("shell.log-out"), click -> authentication.logout());
        logOut.addComponentAsFirst(Icons.LOGOUT.create());
    }

    private Component card(LoggedIn user) {
        var name = new Div(user.name());
        name.addClassName("user-card-name");
        var role = new Div(texts.text("security.role." + user.role().name()));
        var card = new Div(name, role);
        card.addClassName("user-card");
        return card;
    }
}
