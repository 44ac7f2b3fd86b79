package dev.muster.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.WhiteSpace;
import dev.muster.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Name, role and last day of a new token. */
final class NewTokenDialog extends Dialog {

    private static final int MAX_LENGTH = 255;

    /**
     * What is asked for.
     *
     * @param lastDay the last day that it works; null where it does not expire
     */
    record Wish(String name, Role role, @Nullable LocalDate lastDay) {}

    private final TextField name = new TextField(getTranslation("security.tokens.name"));
    private final Select<Role> role = new Select<>();
    private final DatePicker lastDay = new Days("security.tokens.last-day");
    private final transient Consumer<Wish> onCreate;

    /**
     * Creates the dialog.
     *
     * @param roles those that the token can have
     * @param tomorrow the earliest last day
     */
    NewTokenDialog(List<Role> roles, LocalDate tomorrow, Consumer<Wish> onCreate) {
        this.onCreate = onCreate;
        var cancel = new Button(getTranslation("security.admins.cancel"), click -> close());
        cancel.addClassName("aura-accent-neutral");
        var create = new Button(getTranslation("security.tokens.create"));
        create.addThemeVariants(ButtonVariant.PRIMARY);

        create.addClickListener(click -> create());

        name.setHelperText(getTranslation("security.tokens.name-helper"));
        name.setMaxLength(MAX_LENGTH);
        name.setManualValidation(true);
        name.setAutofocus(true);
        role.setLabel(getTranslation("security.admins.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(value -> getTranslation("security.role." + value.name() + ".line"));
        role.setValue(roles.getLast());
        lastDay.setHelperText(getTranslation("security.tokens.last-day-helper"));
        lastDay.setMin(tomorrow);
        lastDay.setI18n(lastDay.getI18n().setMinErrorMessage(getTranslation("security.tokens.last-day-past")));
        setHeaderTitle(getTranslation("security.tokens.new"));
        setWidth("440px");
        var form = new FormLayout(name, role, lastDay);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        getFooter().add(cancel, create);
    }

    private void create() {
        boolean named = !WhiteSpace.isBlank(name.getValue());
        name.setErrorMessage(named ? "" : getTranslation("security.setup.name-missing"));
        name.setInvalid(!named);
        if (!named) {
            name.focus();
        } else if (lastDay.isInvalid()) {
            lastDay.focus();
        } else {
            close();
            onCreate.accept(new Wish(WhiteSpace.clean(name.getValue()), role.getValue(), lastDay.getValue()));
        }
    }
}
