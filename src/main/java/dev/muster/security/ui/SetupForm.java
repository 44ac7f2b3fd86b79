package dev.muster.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import dev.muster.security.PasswordRule;
import dev.muster.security.SetupDesk;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Name, address, company and password of the first administrator. */
final class SetupForm extends Composite<Div> {

    private static final int MAX_LENGTH = 255;

    private final TextField name = field("security.setup.name", Autocomplete.NAME);
    private final TextField email = field("security.setup.email", Autocomplete.USERNAME);
    private final TextField company = field("security.setup.company", Autocomplete.ORGANIZATION);
    private final NewPasswordField password = new NewPasswordField("security.setup.password");

    SetupForm(Consumer<SetupDesk.Request> onCreate) {
        var create = new Button(getTranslation("security.setup.create"));
        create.addThemeVariants(ButtonVariant.PRIMARY);

        create.addClickShortcut(Key.ENTER);
        create.addClickListener(click -> read().ifPresent(onCreate));

        getContent().addClassName("door-form");
        getContent().add(new H1(getTranslation("security.setup.title")), name, email, company, password, create);
        name.setAutofocus(true);
    }

    private TextField field(String labelKey, Autocomplete autocomplete) {
        var field = new TextField(getTranslation(labelKey));
        field.setAutocomplete(autocomplete);
        field.setMaxLength(MAX_LENGTH);
        field.setManualValidation(true);
        return field;
    }

    /** Returns what was filled in, or empty after saying at each field what is missing and moving to the first. */
    private Optional<SetupDesk.Request> read() {
        Optional<EmailAddress> address = EmailAddress.parse(email.getValue());
        check(name, !WhiteSpace.isBlank(name.getValue()), "security.setup.name-missing");
        check(email, address.isPresent(), AddressFault.key(email.getValue()));
        check(company, !WhiteSpace.isBlank(company.getValue()), "security.setup.company-missing");
        check(password, PasswordRule.accepts(password.getValue()), "security.setup.password-short");

        Stream.of(name, email, company, password)
                .filter(HasValidation::isInvalid)
                .findFirst()
                .ifPresent(Focusable::focus);
        boolean complete = Stream.of(name, email, company, password).noneMatch(HasValidation::isInvalid);
        return complete
                ? address.map(valid -> new SetupDesk.Request(
                        WhiteSpace.clean(name.getValue()),
                        valid,
                        WhiteSpace.clean(company.getValue()),
                        password.getValue()))
                : Optional.empty();
    }

    private void check(HasValidation field, boolean valid, String messageKey) {
        field.setErrorMessage(valid ? "" : getTranslation(messageKey));
        field.setInvalid(!valid);
    }
}
