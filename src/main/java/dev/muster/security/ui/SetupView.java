package dev.muster.security.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.muster.security.SetupDesk;

/** Where the one-time link of the start-up log leads: the first administrator is created here. */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetupView extends DoorPage implements BeforeEnterObserver {

    private final transient SetupDesk desk;

    SetupView(SetupDesk desk) {
        super("security.setup.title");
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("key")
                .orElse("");
        if (desk.isValid(key)) {
            addToCard(new SetupForm(request -> create(key, request)));
        } else {
            showNotValid();
        }
    }

    private void create(String key, SetupDesk.Request request) {
        desk.create(key, request).ifPresentOrElse(FreshLogin::enter, this::showNotValid);
    }

    private void showNotValid() {
        clearCard();
        addToCard(
                new H1(getTranslation("security.setup.not-valid")),
                new Paragraph(getTranslation("security.setup.not-valid-hint")),
                DoorLink.toLogin());
    }
}
