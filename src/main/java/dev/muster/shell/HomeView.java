package dev.muster.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** Leads from the address of the hub to its first page: for admins the advocates, for members their hub. */
@Route(value = "", autoLayout = false)
@RolesAllowed({Role.Names.VIEWER, Role.Names.MEMBER})
class HomeView extends Div implements BeforeEnterObserver {

    private final transient CurrentUser currentUser;

    HomeView(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(currentUser.find().isPresent() ? "advocates" : "hub");
    }
}
