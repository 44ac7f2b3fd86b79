package dev.muster.hub.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.muster.common.HubSettings;
import dev.muster.common.ui.Announcer;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** The frame around the pages of members. */
@JavaScript("context://accessibility.js")
@RolesAllowed(Role.Names.MEMBER)
class HubLayout extends Composite<Div> implements RouterLayout {

    private final Div content = new Div();

    HubLayout(HubSettings hub, AuthenticationContext authentication) {
        var name = new Span(hub.company().orElseGet(() -> getTranslation("common.brand")));
        var home = new RouterLink(getTranslation("hub.home.title"), HubView.class);
        var profile = new RouterLink(getTranslation("hub.profile.title"), MyProfileView.class);
        var logOut = new Button(getTranslation("shell.log-out"), _ -> authentication.logout());

        home.setHighlightCondition(HighlightConditions.sameLocation());
        name.addClassName("brand-name");
        logOut.addThemeVariants(ButtonVariant.TERTIARY);
        logOut.addClassName("aura-accent-neutral");
        content.addClassName("hub-content");
        getContent().addClassName("hub");

        var nav = new Nav(home, profile);
        nav.setAriaLabel(getTranslation("hub.navigation"));
        var bar = new Header(name, nav, logOut);
        bar.addClassName("hub-bar");
        getContent().add(bar, content, new Announcer());
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren().appendChild(page.getElement());
    }
}
