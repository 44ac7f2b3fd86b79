package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import dev.muster.common.ui.Icons;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A filter as a chip: empty, it opens its choices; set, it shows the choice, and a click takes it off.
 *
 * @param <T> what is chosen
 */
final class FilterChip<T> extends Composite<Div> {

    private final String name;
    private final Consumer<@Nullable T> onChoice;
    private final Button button = new Button();
    private final ContextMenu menu = new ContextMenu(button);
    private final Map<T, String> choices = new LinkedHashMap<>();
    private @Nullable T value;

    /**
     * @param onChoice called with what was chosen, or with null when the filter was taken off
     */
    FilterChip(String name, Consumer<@Nullable T> onChoice) {
        this.name = name;
        this.onChoice = onChoice;
        menu.setOpenOnClick(true);
        button.addClassNames("chip", "aura-accent-neutral");
        button.setIconAfterText(true);
        button.addClickListener(_ -> {
            if (value != null) {
                onChoice.accept(null);
            }
        });
        getContent().add(button);
        setValue(null);
    }

    /** Offers {@code choices}, each with the words that stand for it. */
    void setChoices(Map<T, String> next) {
        choices.clear();
        choices.putAll(next);
        menu.removeAll();
        choices.forEach((choice, words) -> menu.addItem(words, _ -> onChoice.accept(choice)));
        setVisible(!choices.isEmpty());
        setValue(value);
    }

    void setValue(@Nullable T next) {
        value = next;
        menu.setTarget(next == null ? button : null);
        button.setClassName("chip-on", next != null);
        if (next == null) {
            button.setText(name);
            button.setIcon(Icons.CHEVRON_DOWN.create());
            button.setAriaLabel(getTranslation("imports.filter.choose", name));
        } else {
            String words = choices.getOrDefault(next, next.toString());
            button.setText(getTranslation("imports.filter.set", name, words));
            button.setIcon(Icons.X.create());
            button.setAriaLabel(getTranslation("imports.filter.remove", name, words));
        }
    }
}
