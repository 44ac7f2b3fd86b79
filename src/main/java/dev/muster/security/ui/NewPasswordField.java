package dev.muster.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.security.PasswordRule;
import java.util.Locale;

/** A field for a new password that says under it how strong what was typed is; the bar beside the words is decoration. */
final class NewPasswordField extends PasswordField {

    private static final int TYPING_PAUSE_MILLIS = 200;

    private final Span word = new Span();
    private final Div meter = new Div();

    NewPasswordField(String labelKey) {
        setLabel(getTranslation(labelKey));
        setAutocomplete(Autocomplete.NEW_PASSWORD);
        setMaxLength(PasswordRule.MAX_LENGTH);
        setManualValidation(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        var bar = new Span(new Span(), new Span(), new Span(), new Span());
        bar.addClassName("strength-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        word.getElement().setAttribute("aria-live", "polite");
        meter.addClassName("strength");
        meter.add(bar, word);
        setHelperComponent(meter);

        addValueChangeListener(change -> show(change.getValue()));
        show("");
    }

    private void show(String password) {
        if (password.isEmpty()) {
            word.setText(getTranslation("security.password.rule"));
            meter.setClassName("strength");
            return;
        }
        PasswordRule.Strength strength = PasswordRule.strength(password);
        word.setText(getTranslation("security.password." + strength.name()));
        meter.setClassName(
                "strength strength-" + strength.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
