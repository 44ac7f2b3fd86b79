package dev.muster.members.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.members.FieldDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Supplier;

/** The inputs of a profile, one per kind of field. */
final class ProfileInputs {

    private static final int TYPING_MILLIS = 150;

    private ProfileInputs() {}

    /**
     * An input and how to read it.
     *
     * @param values gives what it holds now; empty where it is blank
     */
    record Input(AbstractField<?, ?> field, Supplier<List<String>> values) {}

    static Input text(String label, String value) {
        var field = new TextField(label);
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_MILLIS);
        return new Input(field, () -> List.of(field.getValue()));
    }

    static Input of(FieldDefinition field, List<String> held) {
        return switch (field.type()) {
            case TEXT -> text(field.name(), held.isEmpty() ? "" : held.getFirst());
            case SINGLE_SELECT -> one(field, held);
            case MULTI_SELECT -> several(field, held);
        };
    }

    private static Input one(FieldDefinition field, List<String> held) {
        var box = new ComboBox<String>(field.name());
        box.setItems(items(field, held));
        box.setClearButtonVisible(true);
        box.setAllowCustomValue(field.choices().isEmpty());
        box.addCustomValueSetListener(entered -> box.setValue(entered.getDetail()));
        if (!held.isEmpty()) {
            box.setValue(held.getFirst());
        }
        return new Input(box, () -> box.getOptionalValue().map(List::of).orElseGet(List::of));
    }

    private static Input several(FieldDefinition field, List<String> held) {
        var box = new MultiSelectComboBox<String>(field.name());
        var items = items(field, held);
        box.setItems(items);
        box.setClearButtonVisible(true);
        box.setAllowCustomValue(field.choices().isEmpty());
        box.addCustomValueSetListener(entered -> {
            var chosen = new LinkedHashSet<>(box.getValue());
            chosen.add(entered.getDetail());
            items.add(entered.getDetail());
            box.setItems(items);
            box.setValue(chosen);
        });
        box.setValue(new LinkedHashSet<>(held));
        return new Input(box, () -> inOrder(box.getValue(), held));
    }

    /** What was there keeps its order, whatever the order in which it was ticked; what is new comes after it. */
    private static List<String> inOrder(Iterable<String> chosen, List<String> held) {
        var all = new ArrayList<String>();
        chosen.forEach(all::add);
        var ordered = new ArrayList<>(held);
        ordered.retainAll(all);
        all.removeAll(ordered);
        ordered.addAll(all);
        return ordered;
    }

    private static SequencedSet<String> items(FieldDefinition field, List<String> held) {
        var items = new LinkedHashSet<>(field.choices());
        items.addAll(held);
        return items;
    }
}
