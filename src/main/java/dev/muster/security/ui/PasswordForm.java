package dev.muster.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.muster.security.PasswordRule;
import java.util.function.BiConsumer;
import org.springframework.modulith.NamedInterface;

/** The current password and the one that is to take its place. */
@NamedInterface("own-password")
public final class PasswordForm extends Composite<Div> {

    private final PasswordField current = new PasswordField(getTranslation("security.account.current-password"));
    private final NewPasswordField wanted = new NewPasswordField("security.reset.password");
    private final BiConsumer<String, String> onChange;

    /**
     * Creates the form.
     *
     * @param onChange takes the current password and the new one, which {@link PasswordRule} accepts
     */
    public PasswordForm(BiConsumer<String, String> onChange) {
        this.onChange = onChange;
        var change = new Button(getTranslation("security.account.change-password"));
        var others = new Paragraph(getTranslation("security.account.others-end"));

        change.addClickListener(click -> change());
        change.addClickShortcut(Key.ENTER).listenOn(current, wanted);

        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        current.setMaxLength(PasswordRule.MAX_LENGTH);
        current.setManualValidation(true);
        change.addClassName("aura-accent-neutral");
        others.addClassNames("muted", "small");
        getContent().addClassNames("card", "account-card");
        getContent().add(new H2(getTranslation("security.account.password")), current, wanted, others, change);
    }

    /** Says at the current password why nothing was changed. */
    public void refuse(String messageKey) {
        check(current, false, messageKey);
        current.focus();
    }

    /** Forgets what was typed. */
    public void clear() {
        current.clear();
        wanted.clear();
    }

    private void change() {
        check(current, !current.isEmpty(), "security.login.password-missing");
        check(wanted, PasswordRule.accepts(wanted.getValue()), "security.setup.password-short");
        if (current.isInvalid()) {
            current.focus();
        } else if (wanted.isInvalid()) {
            wanted.focus();
        } else {
            onChange.accept(current.getValue(), wanted.getValue());
        }
    }

    private void check(HasValidation field, boolean valid, String messageKey) {
        field.setErrorMessage(valid ? "" : getTranslation(messageKey));
        field.setInvalid(!valid);
    }
}
