package dev.muster.members.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.ui.NewAdvocateOption;
import dev.muster.members.AddOutcome;
import dev.muster.members.FieldProblem;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberId;
import dev.muster.members.NewMember;
import dev.muster.members.ProfileData;
import dev.muster.members.StandardField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks who is to be added. */
final class AddAdvocateDialog extends Dialog {

    private static final Set<StandardField> REQUIRED = EnumSet.of(StandardField.NAME, StandardField.EMAIL);

    private final Map<StandardField, TextField> inputs = new EnumMap<>(StandardField.class);
    private final MultiSelectComboBox<GroupSummary> groups =
            new MultiSelectComboBox<>(getTranslation("members.add.groups"));
    private final Map<NewAdvocateOption, Checkbox> boxes = new LinkedHashMap<>();
    private final Div note = new Div();
    private final Button add = new Button(getTranslation("members.add.save"));
    private final transient Function<NewMember, AddOutcome> register;
    private final transient Outcome outcome;

    /**
     * What comes after the dialog.
     *
     * @param added takes the name and id of who was added
     * @param openProfile takes the id of who was there already and is to be looked at
     */
    record Outcome(BiConsumer<String, MemberId> added, Consumer<MemberId> openProfile) {}

    /**
     * Creates the dialog.
     *
     * @param options what can be done at once with whoever is added
     */
    AddAdvocateDialog(
            List<GroupSummary> all,
            List<NewAdvocateOption> options,
            Function<NewMember, AddOutcome> register,
            Outcome outcome) {
        this.register = register;
        this.outcome = outcome;
        List.of(StandardField.NAME, StandardField.EMAIL, StandardField.TITLE, StandardField.COMPANY)
                .forEach(field -> inputs.put(field, new TextField(field.header())));

        inputs.values()
                .forEach(input -> input.addValueChangeListener(_ -> {
                    input.setInvalid(false);
                    note.setVisible(false);
                }));
        add.addClickListener(_ -> add());
        add.addClickShortcut(Key.ENTER);

        inputs.forEach((field, input) -> input.setRequiredIndicatorVisible(REQUIRED.contains(field)));
        groups.setItems(all);
        groups.setItemLabelGenerator(GroupSummary::name);
        note.addClassNames("note", "note-warn");
        note.getElement().setAttribute("role", "alert");
        note.setVisible(false);
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setDisableOnClick(true);
        var cancel = new Button(getTranslation("members.add.cancel"), _ -> close());
        cancel.addClassName("aura-accent-neutral");
        var layout = new FormLayout();
        inputs.values().forEach(layout::add);
        layout.add(groups);
        options.forEach(option -> layout.add(box(option)));
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        setHeaderTitle(getTranslation("members.add.title"));
        setWidth("420px");
        add(note, layout);
        getFooter().add(cancel, add);
    }

    private Checkbox box(NewAdvocateOption option) {
        var box = new Checkbox(getTranslation(option.labelKey()));
        option.obstacle().ifPresent(obstacle -> {
            box.setEnabled(false);
            box.setHelperText(obstacle);
        });
        boxes.put(option, box);
        return box;
    }

    private void add() {
        var texts = new EnumMap<StandardField, String>(StandardField.class);
        inputs.forEach((field, input) -> texts.put(field, input.getValue()));
        var newcomer = new NewMember(
                new ProfileData(texts, FieldValues.NONE),
                groups.getValue().stream().map(GroupSummary::id).collect(Collectors.toSet()));
        switch (register.apply(newcomer)) {
            case AddOutcome.Added added -> {
                close();
                boxes.forEach((option, box) -> {
                    if (box.getValue()) {
                        option.run(added.id().value());
                    }
                });
                outcome.added().accept(newcomer.data().text(StandardField.NAME), added.id());
            }
            case AddOutcome.AlreadyThere known -> {
                add.setEnabled(true);
                showKnown(known.id());
            }
            case AddOutcome.Refused refused -> {
                add.setEnabled(true);
                show(refused.problems());
            }
        }
    }

    private void showKnown(MemberId id) {
        var open = new Button(getTranslation("members.add.open-profile"), _ -> {
            close();
            outcome.openProfile().accept(id);
        });
        open.addClassName("aura-accent-neutral");
        note.removeAll();
        note.add(new Span(getTranslation("members.add.already-there")), open);
        note.setVisible(true);
    }

    private void show(List<FieldProblem> problems) {
        for (FieldProblem problem : problems.reversed()) {
            TextField input = inputs.get(StandardField.valueOf(problem.field()));
            if (input != null) {
                input.setErrorMessage(
                        getTranslation(problem.messageKey(), problem.arguments().toArray()));
                input.setInvalid(true);
                input.focus();
            }
        }
    }
}
