package dev.muster.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.muster.security.PasswordResetDesk;
import dev.muster.security.PasswordRule;
import dev.muster.security.ResetLink;

/** Where the link of the mail leads: a new password is chosen here. Opening the page changes nothing. */
@Route(value = "password-reset", autoLayout = false)
@AnonymousAllowed
class PasswordResetView extends DoorPage implements BeforeEnterObserver {

    private final transient PasswordResetDesk desk;
    private final NewPasswordField password = new NewPasswordField("security.reset.password");
    private String token = "";

    PasswordResetView(PasswordResetDesk desk) {
        super("security.reset.title");
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("key")
                .orElse("");
        clearCard();
        show(desk.find(token));
    }

    private void show(ResetLink link) {
        if (link == ResetLink.USABLE) {
            addToCard(new H1(getTranslation("security.reset.title")), password, saveButton());
            password.setAutofocus(true);
        } else {
            addToCard(
                    new H1(getTranslation("security.reset." + link)),
                    new Paragraph(getTranslation("security.reset.hint")),
                    DoorLink.toForgotPassword(),
                    DoorLink.toLogin());
        }
    }

    private Button saveButton() {
        var save = new Button(getTranslation("security.reset.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        save.addClickListener(click -> save());
        return save;
    }

    private void save() {
        if (!PasswordRule.accepts(password.getValue())) {
            password.setErrorMessage(getTranslation("security.setup.password-short"));
            password.setInvalid(true);
            password.focus();
            return;
        }
        ResetLink outcome = desk.use(token, password.getValue());
        clearCard();
        if (outcome == ResetLink.USABLE) {
            var done = new Paragraph(getTranslation("security.reset.done-text"));
            done.getElement().setAttribute("role", "status");
            addToCard(new H1(getTranslation("security.reset.done")), done, DoorLink.toLogin());
        } else {
            show(outcome);
        }
    }
}
