package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.FieldPolicies;
import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.imports.RowOptions;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.StandardField;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What cells do to members who are in the hub already. */
final class MembersStep extends Composite<Div> {

    private static final int TYPING_PAUSE_MS = 400;

    private final Runnable onChange;
    private final Map<StandardField, Select<Policy>> standard = new EnumMap<>(StandardField.class);
    private final Map<FieldId, Select<Policy>> custom = new LinkedHashMap<>();
    private final Checkbox erases = new Checkbox();
    private final TextField token = new TextField();
    private final Button reset;
    private boolean isFilling = true;

    /**
     * @param onChange called when the admin chose something
     */
    MembersStep(List<FieldDefinition> fields, Runnable onChange) {
        this.onChange = onChange;
        var list = new Div();
        list.addClassName("imp-policies");
        for (StandardField field : StandardField.values()) {
            list.add(field == StandardField.EMAIL ? email() : row(field.header(), select(field)));
        }
        for (FieldDefinition field : fields) {
            list.add(row(field.name(), select(field)));
        }
        erases.setLabel(getTranslation("imports.dialog.erase"));
        erases.setHelperText(getTranslation("imports.dialog.erase.helper"));
        token.setLabel(getTranslation("imports.dialog.token"));
        token.setMaxLength(100);
        token.setVisible(false);
        token.setValueChangeMode(ValueChangeMode.LAZY);
        token.setValueChangeTimeout(TYPING_PAUSE_MS);
        reset = new Button(getTranslation("imports.dialog.policy.reset"), _ -> reset());
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        reset.setEnabled(false);
        erases.addValueChangeListener(event -> {
            token.setVisible(event.getValue());
            changed();
        });
        token.addValueChangeListener(_ -> changed());

        var title = new H3(getTranslation("imports.dialog.policy.title"));
        var head = new Div(title, reset);
        head.addClassName("imp-members-head");
        var note = new Paragraph(getTranslation("imports.dialog.policy.blank"));
        note.addClassName("muted");
        getContent().addClassName("imp-members");
        getContent().add(head, note, list, erases, token);
        isFilling = false;
    }

    FieldPolicies policies() {
        FieldPolicies policies = FieldPolicies.standard();
        for (Map.Entry<StandardField, Select<Policy>> entry : standard.entrySet()) {
            policies = policies.with(entry.getKey(), entry.getValue().getValue());
        }
        for (Map.Entry<FieldId, Select<Policy>> entry : custom.entrySet()) {
            policies = policies.with(entry.getKey(), entry.getValue().getValue());
        }
        return policies;
    }

    /** Returns what erases a value, or null where nothing does. */
    @Nullable
    String clearToken() {
        return erases.getValue() && !WhiteSpace.isBlank(token.getValue()) ? token.getValue() : null;
    }

    /** Takes over what was chosen before; fields that are gone are passed over. */
    void show(RowOptions options) {
        isFilling = true;
        standard.forEach((field, select) -> select.setValue(options.policies().of(field)));
        custom.forEach((field, select) -> select.setValue(options.policies().of(field)));
        String clearToken = options.clearToken();
        erases.setValue(clearToken != null);
        token.setValue(clearToken == null ? "" : clearToken);
        isFilling = false;
    }

    /** Returns {@code Standard policy}, or how many fields differ from it. */
    String summary() {
        FieldPolicies usual = FieldPolicies.standard();
        FieldPolicies now = policies();
        long different = standard.keySet().stream()
                        .filter(field -> usual.of(field) != now.of(field))
                        .count()
                + now.ofCustom().size();
        reset.setEnabled(different > 0 || erases.getValue());
        return getTranslation(
                different == 0 ? "imports.dialog.policy.standard" : "imports.dialog.policy.changed", different);
    }

    private void reset() {
        show(RowOptions.STANDARD);
        changed();
    }

    private void changed() {
        if (!isFilling) {
            onChange.run();
        }
    }

    private Select<Policy> select(StandardField field) {
        var select = select(field.header(), Set.of(Policy.KEEP, Policy.FILL, Policy.OVERWRITE));
        select.setValue(FieldPolicies.standard().of(field));
        standard.put(field, select);
        return select;
    }

    private Select<Policy> select(FieldDefinition field) {
        Set<Policy> policies = field.type() == FieldType.MULTI_SELECT
                ? Set.of(Policy.values())
                : Set.of(Policy.KEEP, Policy.FILL, Policy.OVERWRITE);
        var select = select(field.name(), policies);
        select.setValue(FieldPolicies.standard().of(field.id()));
        custom.put(field.id(), select);
        return select;
    }

    private Select<Policy> select(String name, Set<Policy> policies) {
        var select = new Select<Policy>();
        select.setAriaLabel(getTranslation("imports.dialog.policy.for", name));
        select.setItems(policies.stream().sorted().toList());
        select.setItemLabelGenerator(FieldNames::of);
        select.addValueChangeListener(_ -> changed());
        return select;
    }

    private Div email() {
        var fixed = new Span(getTranslation("imports.dialog.policy.email"));
        fixed.addClassName("muted");
        return row(StandardField.EMAIL.header(), fixed);
    }

    private static Div row(String name, Component policy) {
        var title = new Span(name);
        title.setTitle(name);
        title.addClassName("imp-policy-name");
        var row = new Div(title, policy);
        row.addClassName("imp-policy");
        return row;
    }
}
