package dev.muster.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.common.WhiteSpace;
import dev.muster.security.Role;
import java.util.function.Consumer;

/** Name, address and role of one's own account; the name can be changed. */
final class PersonForm extends Composite<Div> {

    private static final int MAX_LENGTH = 255;

    private final TextField name = new TextField(getTranslation("security.setup.name"));
    private final Button save = new Button(getTranslation("security.account.save"));
    private final Consumer<String> onSave;
    private String savedName;

    PersonForm(String savedName, String address, Role role, Consumer<String> onSave) {
        this.savedName = savedName;
        this.onSave = onSave;
        var email = new TextField(getTranslation("security.setup.email"));
        email.setValue(address);
        email.setReadOnly(true);
        email.setHelperText(getTranslation("security.role." + role.name() + ".line"));

        name.addValueChangeListener(change -> save.setEnabled(!change.getValue().equals(this.savedName)));
        save.addClickListener(click -> save());
        save.addClickShortcut(Key.ENTER).listenOn(name);

        name.setValue(savedName);
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(MAX_LENGTH);
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(false);
        getContent().addClassNames("card", "account-card");
        getContent().add(new H2(getTranslation("security.account.person")), name, email, save);
    }

    private void save() {
        boolean valid = !WhiteSpace.isBlank(name.getValue());
        name.setErrorMessage(valid ? "" : getTranslation("security.setup.name-missing"));
        name.setInvalid(!valid);
        if (valid) {
            savedName = WhiteSpace.clean(name.getValue());
            name.setValue(savedName);
            save.setEnabled(false);
            onSave.accept(savedName);
        } else {
            name.focus();
        }
    }
}
