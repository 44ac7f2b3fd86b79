package dev.muster.security.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import dev.muster.security.AdminDesk.NewAccount;
import dev.muster.security.PasswordRule;
import dev.muster.security.Role;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Name, address, role and first password of a new account. */
final class NewAdminDialog extends Dialog {

    private static final int MAX_LENGTH = 255;

    private final TextField name = field("security.setup.name");
    private final TextField email = field("security.setup.email");
    private final Select<Role> role = new Select<>();
    private final NewPasswordField password = new NewPasswordField("security.admins.password");

    /**
     * Creates the dialog.
     *
     * @param onAdd creates the account; tells whether the address was free
     */
    NewAdminDialog(Predicate<NewAccount> onAdd) {
        var cancel = new Button(getTranslation("security.admins.cancel"), click -> close());
        cancel.addClassName("aura-accent-neutral");
        var add = new Button(getTranslation("security.admins.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        role.setLabel(getTranslation("security.admins.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(value -> getTranslation("security.role." + value.name() + ".line"));
        role.setValue(Role.MANAGER);

        add.addClickListener(click -> read().ifPresent(wish -> {
            if (onAdd.test(wish)) {
                close();
            } else {
                check(email, false, "security.admins.address-taken");
                email.focus();
            }
        }));

        setHeaderTitle(getTranslation("security.admins.add"));
        setWidth("440px");
        name.setAutofocus(true);
        var form = new FormLayout(name, email, role, password);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        getFooter().add(cancel, add);
    }

    private TextField field(String labelKey) {
        var field = new TextField(getTranslation(labelKey));
        field.setMaxLength(MAX_LENGTH);
        field.setManualValidation(true);
        return field;
    }

    private Optional<NewAccount> read() {
        Optional<EmailAddress> address = EmailAddress.parse(email.getValue());
        check(name, !WhiteSpace.isBlank(name.getValue()), "security.setup.name-missing");
        check(email, address.isPresent(), AddressFault.key(email.getValue()));
        check(password, PasswordRule.accepts(password.getValue()), "security.setup.password-short");

        Stream.of(name, email, password)
                .filter(HasValidation::isInvalid)
                .findFirst()
                .ifPresent(Focusable::focus);
        return Stream.of(name, email, password).anyMatch(HasValidation::isInvalid)
                ? Optional.empty()
                : address.map(valid ->
                        new NewAccount(WhiteSpace.clean(name.getValue()), valid, role.getValue(), password.getValue()));
    }

    private void check(HasValidation field, boolean valid, String messageKey) {
        field.setErrorMessage(valid ? "" : getTranslation(messageKey));
        field.setInvalid(!valid);
    }
}
