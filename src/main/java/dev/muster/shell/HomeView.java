package dev.muster.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** Leads from the address of the hub to its first page. */
@Route(value = "", autoLayout = false)
@RolesAllowed(Role.Names.VIEWER)
class HomeView extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo("advocates");
    }
}
