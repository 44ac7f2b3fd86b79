package dev.muster.members.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldDraft;
import dev.muster.members.FieldType;
import dev.muster.members.FormProblem.Input;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of one custom profile field. */
class ProfileFieldForm extends DetailForm<FieldDraft> {

    private final TextField name = new TextField(getTranslation("members.fields.name"));
    private final Select<FieldType> type = new Select<>();
    private final ChoiceList choices;
    private final Checkbox addsUnknown = new Checkbox(getTranslation("members.fields.adds-unknown"));
    private final Checkbox shownToMember = new Checkbox(getTranslation("members.fields.shown-to-member"));
    private final Paragraph consequence = new Paragraph();
    private final @Nullable FieldDefinition saved;
    private final long holders;

    /**
     * Creates the form.
     *
     * @param saved the field as it is, or null for a new one
     * @param holders how many members hold a value of it
     */
    ProfileFieldForm(@Nullable FieldDefinition saved, long holders, Actions<FieldDraft> actions) {
        super(saved == null, actions);
        this.saved = saved;
        this.holders = holders;
        this.choices = new ChoiceList(saved == null ? List.of() : saved.choices(), this::changed);
        setHeading(saved == null ? getTranslation("members.fields.create") : saved.name());
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        type.setLabel(getTranslation("members.fields.type"));
        type.setItems(FieldType.values());
        type.setItemLabelGenerator(value -> getTranslation("members.fields.type." + value));
        type.setManualValidation(true);
        type.setValue(FieldType.TEXT);
        if (saved != null) {
            name.setValue(saved.name());
            type.setValue(saved.type());
            addsUnknown.setValue(saved.addsUnknownChoices());
            shownToMember.setValue(saved.shownToMember());
        }
        choices.input().setValueChangeMode(ValueChangeMode.EAGER);
        consequence.addClassNames("note", "note-warn");

        watch(name, type, choices.input(), addsUnknown, shownToMember);

        add(name, type, choices, addsUnknown, shownToMember, consequence);
        opened();
        changed();
    }

    @Override
    protected FieldDraft draft() {
        return new FieldDraft(
                name.getValue(), type.getValue(), choices.value(), shownToMember.getValue(), addsUnknown.getValue());
    }

    @Override
    protected Map<Input, HasValidationProperties> inputs() {
        return Map.of(Input.NAME, name, Input.TYPE, type, Input.CHOICES, choices.input());
    }

    @Override
    protected void changed() {
        super.changed();
        boolean isSelect = type.getValue() != FieldType.TEXT;
        choices.setVisible(isSelect);
        addsUnknown.setVisible(isSelect);
        type.setHelperText(getTranslation("members.fields.type-help." + type.getValue()));
        String text = consequence();
        consequence.setText(text);
        consequence.setVisible(!text.isEmpty());
    }

    /** Says before saving what becomes of the values that members hold; nothing where all stays as it is. */
    private String consequence() {
        if (saved == null || holders == 0) {
            return "";
        }
        boolean removesChoices = !choices.value().containsAll(saved.choices());
        boolean becomesSelect = saved.type() == FieldType.TEXT && type.getValue() != FieldType.TEXT;
        if (type.getValue() != FieldType.TEXT && (becomesSelect || removesChoices)) {
            return getTranslation("members.fields.values-outside", holders);
        }
        if (saved.type() == FieldType.MULTI_SELECT && type.getValue() != FieldType.MULTI_SELECT) {
            return getTranslation("members.fields.values-single", holders);
        }
        return saved.type() == type.getValue() ? "" : getTranslation("members.fields.values-stay", holders);
    }
}
