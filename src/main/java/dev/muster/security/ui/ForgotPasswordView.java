package dev.muster.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.muster.common.EmailAddress;
import dev.muster.security.AccountPost;
import dev.muster.security.PasswordResetDesk;
import java.util.Optional;

/** Where one asks for a new password. Says the same to every address, so that nobody learns which have an account. */
@Route(value = "forgot-password", autoLayout = false)
@AnonymousAllowed
class ForgotPasswordView extends DoorPage {

    private static final int MAX_LENGTH = 255;

    private final transient PasswordResetDesk desk;
    private final transient AccountPost post;
    private final TextField email = new TextField(getTranslation("security.login.email"));

    ForgotPasswordView(PasswordResetDesk desk, AccountPost post) {
        super("security.forgot.title");
        this.desk = desk;
        this.post = post;
        var send = new Button(getTranslation("security.forgot.send"));
        send.addThemeVariants(ButtonVariant.PRIMARY);

        send.addClickShortcut(Key.ENTER);
        send.addClickListener(click -> request());

        email.setAutocomplete(Autocomplete.USERNAME);
        email.setMaxLength(MAX_LENGTH);
        email.setManualValidation(true);
        email.setAutofocus(true);
        addToCard(
                new H1(getTranslation("security.forgot.title")),
                new Paragraph(getTranslation("security.forgot.text")),
                email,
                send,
                DoorLink.toLogin());
    }

    private void request() {
        Optional<EmailAddress> address = EmailAddress.parse(email.getValue());
        if (address.isEmpty()) {
            refuse(AddressFault.key(email.getValue()));
        } else if (desk.request(address.get(), Visitor.place())) {
            showAnswer();
        } else {
            refuse("security.login.throttled");
        }
    }

    private void refuse(String key) {
        email.setErrorMessage(getTranslation(key));
        email.setInvalid(true);
        email.focus();
    }

    private void showAnswer() {
        var answer = new Paragraph(getTranslation("security.forgot.answer"));
        answer.getElement().setAttribute("role", "status");
        clearCard();
        addToCard(new H1(getTranslation("security.forgot.answer-title")), answer);
        addToCard(new Paragraph(
                getTranslation(post.isDelivered() ? "security.forgot.works-for" : "security.forgot.no-server")));
        addToCard(DoorLink.toLogin());
    }
}
