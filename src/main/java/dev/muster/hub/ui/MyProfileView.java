package dev.muster.hub.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Toasts;
import dev.muster.hub.CurrentMember;
import dev.muster.hub.HubLogins;
import dev.muster.hub.MyPassword;
import dev.muster.members.FieldProblem;
import dev.muster.members.OwnProfile;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.security.ui.FreshLogin;
import dev.muster.security.ui.PasswordForm;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a member sees and changes about itself. */
@Route(value = "hub/profile", layout = HubLayout.class, autoLayout = false)
@RolesAllowed(Role.Names.MEMBER)
class MyProfileView extends Page {

    private static final int MAX_LENGTH = 255;

    private final Map<StandardField, TextField> inputs = new EnumMap<>(StandardField.class);
    private final Map<StandardField, String> saved = new EnumMap<>(StandardField.class);
    private final FormLayout form = new FormLayout();
    private final Button save = new Button(getTranslation("members.form.save"));
    private final transient CurrentMember member;
    private final transient OwnProfile profiles;
    private final transient HubLogins logins;
    private final transient MyPassword password;
    private final PasswordForm passwordForm = new PasswordForm(this::changePassword);

    MyProfileView(CurrentMember member, OwnProfile profiles, HubLogins logins, MyPassword password) {
        super("hub.profile.title");
        this.member = member;
        this.profiles = profiles;
        this.logins = logins;
        this.password = password;

        save.addClickListener(_ -> save());

        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(false);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        profiles.find(member.id()).ifPresent(this::show);
        var card = new Div(form, save);
        card.addClassNames("card", "hub-form");
        save.addClickShortcut(Key.ENTER).listenOn(form);
        var cards = new Div(card, passwordForm);
        cards.addClassName("account-cards");
        add(cards);
    }

    private void show(OwnProfile.Self self) {
        addInput(StandardField.NAME, self.name());
        form.add(fixed(StandardField.EMAIL.header(), self.email()));
        addInput(StandardField.TITLE, self.title());
        addInput(StandardField.COMPANY, self.company());
        self.shown().forEach((name, values) -> form.add(fixed(name, String.join(", ", values))));
    }

    private void addInput(StandardField field, String value) {
        var input = new TextField(field.header());
        input.setValue(value);
        input.setMaxLength(MAX_LENGTH);
        input.setManualValidation(true);
        input.setValueChangeMode(ValueChangeMode.EAGER);
        input.addValueChangeListener(_ -> save.setEnabled(isChanged()));
        inputs.put(field, input);
        saved.put(field, value);
        form.add(input);
    }

    private static TextField fixed(String label, String value) {
        var shown = new TextField(label);
        shown.setValue(value);
        shown.setReadOnly(true);
        return shown;
    }

    private void save() {
        inputs.values().forEach(input -> input.setInvalid(false));
        List<FieldProblem> problems = profiles.change(
                member.id(), value(StandardField.NAME), value(StandardField.TITLE), value(StandardField.COMPANY));
        problems.forEach(this::show);
        if (problems.isEmpty()) {
            inputs.forEach((field, input) -> saved.put(field, input.getValue()));
            save.setEnabled(false);
            Toasts.done(getTranslation("members.form.saved"));
        }
    }

    private void changePassword(String current, String wanted) {
        switch (password.change(current, wanted)) {
            case CHANGED -> {
                logins.find(member.id()).ifPresent(FreshLogin::goOnAs);
                passwordForm.clear();
                Toasts.done(getTranslation("security.account.password-changed"));
            }
            case WRONG -> passwordForm.refuse("security.account.password-wrong");
            case TOO_MANY_ATTEMPTS -> passwordForm.refuse("security.account.throttled");
        }
    }

    private boolean isChanged() {
        return inputs.entrySet().stream()
                .anyMatch(one -> !one.getValue().getValue().equals(saved.get(one.getKey())));
    }

    private String value(StandardField field) {
        TextField input = inputs.get(field);
        return input == null ? "" : input.getValue();
    }

    private void show(FieldProblem problem) {
        inputs.forEach((field, input) -> {
            if (field.name().equals(problem.field())) {
                input.setErrorMessage(
                        getTranslation(problem.messageKey(), problem.arguments().toArray()));
                input.setInvalid(true);
                input.focus();
            }
        });
    }
}
