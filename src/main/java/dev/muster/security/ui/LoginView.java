package dev.muster.security.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.muster.security.CurrentUser;
import dev.muster.security.FailedLogin;
import dev.muster.security.SetupDesk;

/** Where one logs in. Says the same whatever was wrong, so that nobody learns which addresses have an account. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends DoorPage implements BeforeEnterObserver {

    /** The form makes its fields by itself, a moment after it is there; the password is what is left to type. */
    private static final String FILL_IN = """
            setTimeout(() => {
                const email = this.querySelector('#vaadinLoginUsername');
                if (email && !email.value) {
                    email.value = $0;
                    this.querySelector('#vaadinLoginPassword')?.focus();
                }
            });""";

    private final LoginForm form = new LoginForm();
    private final transient CurrentUser currentUser;

    LoginView(CurrentUser currentUser, SetupDesk setup) {
        super("security.login.title");
        this.currentUser = currentUser;

        form.setI18n(texts());
        form.setAction("login");
        form.addForgotPasswordListener(
                click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(ForgotPasswordView.class)));

        if (setup.isNeeded()) {
            var note = new Paragraph(getTranslation("security.login.set-up-first"));
            note.addClassName("note");
            addToCard(note);
        }
        addToCard(form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("throttled")) {
            form.showErrorMessage(getTranslation("security.login.throttled"), "");
            fillIn();
        } else if (parameters.containsKey("error")) {
            form.showErrorMessage(getTranslation("security.login.failed"), "");
            fillIn();
        }
    }

    private void fillIn() {
        var session = VaadinSession.getCurrent().getSession();
        if (session.getAttribute(FailedLogin.ADDRESS) instanceof String address) {
            session.removeAttribute(FailedLogin.ADDRESS);
            form.getElement().executeJs(FILL_IN, address);
        }
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form words = texts.getForm();
        words.setTitle(getTranslation("security.login.title"));
        words.setUsername(getTranslation("security.login.email"));
        words.setPassword(getTranslation("security.login.password"));
        words.setForgotPassword(getTranslation("security.login.forgot"));
        words.setSubmit(getTranslation("security.login.title"));
        texts.setForm(words);
        LoginI18n.ErrorMessage missing = texts.getErrorMessage();
        missing.setUsername(getTranslation("security.login.email-missing"));
        missing.setPassword(getTranslation("security.login.password-missing"));
        return texts;
    }
}
