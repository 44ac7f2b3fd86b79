package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.WhiteSpace;
import dev.muster.common.ui.Announcer;
import dev.muster.common.ui.Icons;
import java.util.ArrayList;
import java.util.List;

/** The choices of a select field: added at the end, removed, and put in order by dragging or by buttons. */
class ChoiceList extends Composite<Div> {

    /** Imports can add thousands; a list of all of them is asked for. */
    private static final int SHOWN_AT_FIRST = 100;

    private final OrderedList list = new OrderedList();
    private final Button showAll = new Button("", _ -> showAll());
    private final TextField added = new TextField(getTranslation("members.fields.add-choice"));
    private final Button add = new Button(getTranslation("members.fields.add"));
    private final transient Runnable change;
    private final List<String> choices;

    private int shown = SHOWN_AT_FIRST;

    /** Creates the list of {@code choices}; {@code change} is run after each change. */
    ChoiceList(List<String> choices, Runnable change) {
        this.choices = new ArrayList<>(choices);
        this.change = change;
        add.addClassName("aura-accent-neutral");
        add.setAriaLabel(getTranslation("members.fields.add-choice"));
        added.setManualValidation(true);
        showAll.addThemeVariants(ButtonVariant.TERTIARY);

        add.addClickListener(_ -> addTyped());
        added.addKeyPressListener(Key.ENTER, _ -> addTyped());
        added.addValueChangeListener(_ -> added.setInvalid(false));

        var title = new Span(getTranslation("members.fields.choices"));
        title.addClassName("choices-title");
        list.addClassName("choices");
        list.getElement().setAttribute("aria-label", title.getText());
        var line = new Div(added, add);
        line.addClassName("choices-add");
        getContent().addClassName("choices-box");
        getContent().add(title, list, showAll, line);
        showRows();
    }

    /** Returns the choices in their order, with what is typed and not added yet as the last. */
    List<String> value() {
        List<String> value = new ArrayList<>(choices);
        String typed = WhiteSpace.clean(added.getValue());
        if (!typed.isEmpty() && !value.contains(typed)) {
            value.add(typed);
        }
        return value;
    }

    /** Returns the input that problems of the choices are shown at. */
    TextField input() {
        return added;
    }

    private void addTyped() {
        String choice = WhiteSpace.clean(added.getValue());
        if (choices.contains(choice)) {
            added.setErrorMessage(getTranslation("members.fields.choice-twice", choice));
            added.setInvalid(true);
        } else if (!choice.isEmpty()) {
            choices.add(choice);
            shown = Math.max(shown, choices.size());
            added.clear();
            changed();
        }
        added.focus();
    }

    private void remove(String choice) {
        choices.remove(choice);
        say("members.fields.choice-removed", choice);
        added.focus();
        changed();
    }

    private void move(String choice, int index) {
        if (index >= 0 && index < choices.size()) {
            choices.remove(choice);
            choices.add(index, choice);
            say("members.fields.moved", choice, index + 1, choices.size());
            changed();
        }
    }

    private void showAll() {
        shown = choices.size();
        showRows();
    }

    private void changed() {
        showRows();
        change.run();
    }

    private void showRows() {
        list.removeAll();
        choices.stream().limit(shown).map(this::row).forEach(list::add);
        list.setVisible(!choices.isEmpty());
        showAll.setText(getTranslation("members.fields.show-all-choices", choices.size()));
        showAll.setVisible(choices.size() > shown);
    }

    private ListItem row(String choice) {
        var grip = Icons.GRIP.create();
        grip.addClassName("grip");
        var text = new Span(choice);
        text.addClassNames("cut", "grow");
        text.setTitle(choice);
        var row = new ListItem(
                grip,
                text,
                button(Icons.ARROW_UP, "members.fields.move-up-choice", choice, () -> step(choice, -1)),
                button(Icons.ARROW_DOWN, "members.fields.move-down-choice", choice, () -> step(choice, 1)),
                button(Icons.X, "members.fields.remove-choice", choice, () -> remove(choice)));
        DragSource.create(row).setDragData(choice);
        DropTarget.create(row)
                .addDropListener(drop -> drop.getDragData()
                        .filter(choices::contains)
                        .ifPresent(dragged -> move((String) dragged, choices.indexOf(choice))));
        return row;
    }

    /** The row is made anew, so its button takes the focus back. */
    private void step(String choice, int by) {
        int index = choices.indexOf(choice) + by;
        move(choice, index);
        if (index >= 0 && index < list.getComponentCount()) {
            int button = by < 0 ? 2 : 3;
            list.getComponentAt(index)
                    .getChildren()
                    .skip(button)
                    .findFirst()
                    .ifPresent(child -> child.getElement().callJsFunction("focus"));
        }
    }

    private static Button button(Icons icon, String labelKey, String choice, Runnable action) {
        var button = new Button(icon.create(), _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("aura-accent-neutral", "icon-button", "small-button");
        String label = button.getTranslation(labelKey, choice);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private void say(String key, Object... arguments) {
        getUI().ifPresent(ui -> Announcer.say(ui, getTranslation(key, arguments)));
    }
}
