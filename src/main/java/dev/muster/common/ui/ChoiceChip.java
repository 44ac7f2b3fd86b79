package dev.muster.common.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A filter as a chip, which says what is chosen and opens the choices.
 *
 * @param <T> what is chosen
 */
public final class ChoiceChip<T> extends Composite<Div> {

    private final String name;
    private final Function<T, String> words;
    private final Button button = new Button();
    private final Button remove = new Button(Icons.X.create());
    private final Popover popover = new Popover();
    private final MultiSelectComboBox<T> box = new MultiSelectComboBox<>();
    private final List<T> offered = new ArrayList<>();

    /** How many can be chosen at once. */
    public enum Mode {
        ONE,
        SEVERAL
    }

    /**
     * Creates a chip.
     *
     * @param words says what stands for a choice
     * @param onChange takes what a person chose
     */
    public ChoiceChip(String name, Mode mode, Function<T, String> words, Consumer<Set<T>> onChange) {
        this.name = name;
        this.words = words;
        box.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            Set<T> chosen = change.getValue();
            if (mode == Mode.ONE && chosen.size() > 1) {
                chosen = new LinkedHashSet<>(chosen);
                chosen.removeAll(change.getOldValue());
            }
            if (mode == Mode.ONE) {
                popover.close();
            }
            onChange.accept(chosen);
        });
        remove.addClickListener(_ -> onChange.accept(Set.of()));

        box.setLabel(name);
        box.setItemLabelGenerator(words::apply);
        box.setClearButtonVisible(true);
        box.setWidth("260px");
        popover.setTarget(button);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setAriaLabel(name);
        popover.add(box);
        button.addClassNames("chip", "aura-accent-neutral");
        button.setIconAfterText(true);
        remove.addClassNames("chip", "chip-on", "chip-remove", "aura-accent-neutral");
        getContent().addClassName("choice-chip");
        getContent().add(button, remove, popover);
        show(Set.of());
    }

    /** Offers {@code choices}; what is chosen is offered too, even where it is not among them. */
    public void offer(List<T> choices) {
        offered.clear();
        offered.addAll(choices);
        box.setItems(choices);
    }

    /** Lets people type what is not offered; {@code create} makes a choice of it. */
    public void allowAny(Function<String, T> create, Consumer<Set<T>> onChange) {
        box.setAllowCustomValue(true);
        box.addCustomValueSetListener(typed -> {
            var chosen = new LinkedHashSet<>(box.getValue());
            chosen.add(create.apply(typed.getDetail()));
            onChange.accept(chosen);
        });
    }

    /** Shows what is chosen. */
    public void show(Set<T> chosen) {
        if (!offered.containsAll(chosen)) {
            var all = new LinkedHashSet<>(offered);
            all.addAll(chosen);
            offer(List.copyOf(all));
        }
        box.setValue(chosen);
        boolean isSet = !chosen.isEmpty();
        String text = isSet ? getTranslation("common.filter.set", name, summary(chosen)) : name;
        button.setText(text);
        button.setIcon(isSet ? null : Icons.CHEVRON_DOWN.create());
        button.setClassName("chip-on", isSet);
        button.setClassName("chip-set", isSet);
        button.setAriaLabel(getTranslation("common.filter.choose", text));
        remove.setVisible(isSet);
        String removal = getTranslation("common.filter.remove", text);
        remove.setAriaLabel(removal);
        remove.setTooltipText(removal);
    }

    /** Opens the choices. */
    public void open() {
        popover.open();
    }

    private String summary(Set<T> chosen) {
        List<String> all = chosen.stream().map(words).sorted().toList();
        return all.size() == 1
                ? all.getFirst()
                : getTranslation("common.filter.first-and-more", all.getFirst(), all.size() - 1);
    }
}
