package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.members.FieldChange;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.FieldProblem;
import dev.muster.members.FieldValues;
import dev.muster.members.ProfileData;
import dev.muster.members.StandardField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every field of a member, to read and to edit. */
final class ProfileForm extends Composite<Div> {

    private static final Set<StandardField> REQUIRED = EnumSet.of(StandardField.NAME, StandardField.EMAIL);

    private final ProfileData original;
    private final TextField email;
    private final Map<StandardField, ProfileInputs.Input> standard = new EnumMap<>(StandardField.class);
    private final Map<FieldId, ProfileInputs.Input> custom = new LinkedHashMap<>();
    private final Div summary = new Div();

    /**
     * Creates the form.
     *
     * @param saved what is saved now; the form is changed when it differs from it
     * @param onChange is told of every change of an input
     */
    ProfileForm(ProfileData saved, List<FieldDefinition> fields, Runnable onChange) {
        original = saved;
        for (StandardField field : StandardField.values()) {
            standard.put(field, ProfileInputs.text(field.header(), saved.text(field)));
        }
        email = (TextField) Objects.requireNonNull(standard.get(StandardField.EMAIL)).field();
        for (FieldDefinition field : fields) {
            custom.put(field.id(), ProfileInputs.of(field, saved.custom().of(field.id())));
        }

        inputs().values()
                .forEach(input -> input.field().addValueChangeListener(_ -> {
                    clearProblem(input);
                    onChange.run();
                }));
        email.addValueChangeListener(_ -> showEmailHint());

        standard.forEach((field, input) -> input.field().setRequiredIndicatorVisible(REQUIRED.contains(field)));
        summary.addClassNames("note", "note-error");
        summary.getElement().setAttribute("role", "alert");
        summary.setVisible(false);
        long shown = fields.stream().filter(FieldDefinition::shownToMember).count();
        var hint = new Span(getTranslation("members.profile.shown", shown, fields.size()));
        hint.addClassNames("muted", "small");
        var customHeading = new Div(new H2(getTranslation("members.profile.custom")), hint);
        customHeading.addClassName("section-heading");
        getContent().addClassNames("card", "profile-form");
        getContent().add(summary, new H2(getTranslation("members.profile.tab")), layout(standard));
        if (!fields.isEmpty()) {
            getContent().add(customHeading, layout(custom));
        }
    }

    /** Returns what the form holds. */
    ProfileData data() {
        var texts = new EnumMap<StandardField, String>(StandardField.class);
        standard.forEach((field, input) -> texts.put(field, input.values().get().getFirst()));
        FieldValues values = original.custom();
        for (var entry : custom.entrySet()) {
            List<String> entered = entry.getValue().values().get().stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            values = values.with(entry.getKey(), entered);
        }
        return new ProfileData(texts, values);
    }

    boolean isChanged() {
        return !data().equals(original);
    }

    void setReadOnly() {
        inputs().values().forEach(input -> input.field().setReadOnly(true));
    }

    /** Says at each field what is wrong with it, sums it up, and goes to the first. */
    void show(List<FieldProblem> problems) {
        var inputs = inputs();
        for (FieldProblem problem : problems.reversed()) {
            var input = inputs.get(problem.field());
            if (input != null && input.field() instanceof HasValidationProperties field) {
                field.setErrorMessage(
                        getTranslation(problem.messageKey(), problem.arguments().toArray()));
                field.setInvalid(true);
                if (field instanceof Focusable<?> focusable) {
                    focusable.focus();
                }
            }
        }
        summary.setText(getTranslation("members.profile.not-saved", problems.size()));
        summary.setVisible(true);
    }

    /** The inputs by the name that a problem has for its field. */
    private Map<String, ProfileInputs.Input> inputs() {
        var inputs = new LinkedHashMap<String, ProfileInputs.Input>();
        standard.forEach((field, input) -> inputs.put(field.name(), input));
        custom.forEach((field, input) ->
                inputs.put(FieldChange.of(field, List.of(), List.of()).field(), input));
        return inputs;
    }

    private void showEmailHint() {
        boolean changed = !email.getValue().strip().equals(original.text(StandardField.EMAIL));
        email.setHelperText(changed ? getTranslation("members.profile.new-email") : "");
    }

    private void clearProblem(ProfileInputs.Input input) {
        if (input.field() instanceof HasValidationProperties field) {
            field.setInvalid(false);
        }
        summary.setVisible(false);
    }

    private static FormLayout layout(Map<?, ProfileInputs.Input> inputs) {
        var layout = new FormLayout();
        layout.setAutoResponsive(true);
        layout.setExpandColumns(true);
        layout.setExpandFields(true);
        layout.setColumnWidth("16em");
        layout.setAutoRows(true);
        inputs.values().forEach(input -> layout.add(input.field()));
        return layout;
    }
}
