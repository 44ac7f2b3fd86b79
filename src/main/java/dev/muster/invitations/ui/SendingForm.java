package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.common.BaseUrl;
import dev.muster.common.WhiteSpace;
import dev.muster.common.ui.Toasts;
import dev.muster.invitations.EmailDesk;
import dev.muster.invitations.Sender;
import dev.muster.invitations.SendingSettings;
import dev.muster.invitations.SendingSettings.Input;
import dev.muster.mail.MailSpeed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Who sends, for which company, where links lead, how fast mail goes out and how long invitations work. */
final class SendingForm extends Composite<Div> {

    private static final int NONE = -1;

    private final Select<Sender> sender = new Select<>();
    private final TextField company = new TextField(getTranslation("invitations.email.company"));
    private final TextField baseUrl = new TextField(getTranslation("invitations.email.base-url"));
    private final IntegerField perSecond = new IntegerField(getTranslation("invitations.email.per-second"));
    private final IntegerField expiry = new IntegerField(getTranslation("invitations.email.expiry"));
    private final Button save = new Button(getTranslation("invitations.template.save"));
    private final transient Function<SendingSettings, Map<Input, String>> onSave;
    private final String environment;
    private transient SendingSettings saved;

    /**
     * Creates the form.
     *
     * @param environment what links start with while no base URL is saved
     * @param onSave saves, and returns the keys of what is wrong
     */
    SendingForm(
            SendingSettings settings,
            List<Sender> senders,
            Optional<String> environment,
            Function<SendingSettings, Map<Input, String>> onSave) {
        this.saved = settings;
        this.onSave = onSave;
        this.environment = environment.orElse("");

        for (HasValue<?, ?> input : List.<HasValue<?, ?>>of(sender, company, baseUrl, perSecond, expiry)) {
            input.addValueChangeListener(_ -> changed());
        }
        save.addClickListener(_ -> save());
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();

        sender.setLabel(getTranslation("invitations.email.sender"));
        sender.setHelperText(getTranslation("invitations.email.sender-help"));
        sender.setItems(senders);
        sender.setItemLabelGenerator(Sender::nameAndAddress);
        company.setHelperText(getTranslation("invitations.email.company-help"));
        baseUrl.setPlaceholder("https://hub.example.com");
        perSecond.setHelperText(getTranslation("invitations.email.per-second-help"));
        perSecond.setStepButtonsVisible(true);
        perSecond.setMin(1);
        perSecond.setMax(MailSpeed.HIGHEST);
        expiry.setHelperText(getTranslation("invitations.email.expiry-help"));
        expiry.setStepButtonsVisible(true);
        expiry.setMin(0);
        expiry.setMax(EmailDesk.MOST_DAYS);
        inputs().values().forEach(input -> ((HasSize) input).setWidthFull());
        sender.setManualValidation(true);
        company.setManualValidation(true);
        baseUrl.setManualValidation(true);
        perSecond.setManualValidation(true);
        expiry.setManualValidation(true);
        company.setValueChangeMode(ValueChangeMode.EAGER);
        baseUrl.setValueChangeMode(ValueChangeMode.EAGER);
        perSecond.setValueChangeMode(ValueChangeMode.EAGER);
        expiry.setValueChangeMode(ValueChangeMode.EAGER);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        senders.stream()
                .filter(one -> one.account().equals(settings.sender()))
                .findFirst()
                .ifPresent(sender::setValue);
        company.setValue(settings.company());
        baseUrl.setValue(settings.baseUrl());
        perSecond.setValue(settings.perSecond());
        expiry.setValue(settings.expiryDays());
        changed();

        getContent().addClassNames("card", "email-form");
        getContent()
                .add(
                        new H2(getTranslation("invitations.email.sending")),
                        sender,
                        company,
                        baseUrl,
                        perSecond,
                        expiry,
                        save);
    }

    /** Tells whether leaving would lose something. */
    boolean isChanged() {
        return !entered().equals(saved);
    }

    private SendingSettings entered() {
        return new SendingSettings(
                sender.getOptionalValue().map(Sender::account).orElse(null),
                WhiteSpace.clean(company.getValue()),
                baseUrl.getValue().strip(),
                Objects.requireNonNullElse(perSecond.getValue(), NONE),
                Objects.requireNonNullElse(expiry.getValue(), NONE));
    }

    private void changed() {
        save.setEnabled(isChanged());
        inputs().values().forEach(input -> input.setInvalid(false));
        baseUrl.setHelperText(helpOnUrl());
    }

    private String helpOnUrl() {
        String url = baseUrl.getValue().strip();
        if (BaseUrl.parse(url).filter(BaseUrl::isOfOneMachine).isPresent()) {
            return getTranslation("invitations.email.base-url-local");
        }
        if (!url.isEmpty()) {
            return getTranslation("invitations.email.base-url-help");
        }
        return environment.isEmpty()
                ? getTranslation("invitations.email.base-url-missing")
                : getTranslation("invitations.email.base-url-environment", environment);
    }

    private Map<Input, HasValidationProperties> inputs() {
        var inputs = new EnumMap<Input, HasValidationProperties>(Input.class);
        inputs.put(Input.SENDER, sender);
        inputs.put(Input.COMPANY, company);
        inputs.put(Input.BASE_URL, baseUrl);
        inputs.put(Input.PER_SECOND, perSecond);
        inputs.put(Input.EXPIRY_DAYS, expiry);
        return inputs;
    }

    private void save() {
        if (!isChanged()) {
            return;
        }
        SendingSettings wanted = entered();
        Map<Input, String> problems = onSave.apply(wanted);
        if (problems.isEmpty()) {
            saved = wanted;
            changed();
            Toasts.done(getTranslation("invitations.email.saved"));
            return;
        }
        for (Input input : List.of(Input.values()).reversed()) {
            String key = problems.get(input);
            if (key != null) {
                HasValidationProperties field = Objects.requireNonNull(inputs().get(input));
                field.setErrorMessage(getTranslation(key));
                field.setInvalid(true);
                ((Focusable<?>) field).focus();
            }
        }
    }
}
