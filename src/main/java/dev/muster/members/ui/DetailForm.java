package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.shared.HasValidationProperties;
import dev.muster.common.ui.Icons;
import dev.muster.members.FormProblem;
import dev.muster.members.FormProblem.Input;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The form of one record beside the list of all: heading, inputs, and the buttons under them. It knows whether it was
 * changed; saving and deleting is for those who called for the form.
 *
 * @param <D> what the form makes of its inputs
 */
abstract class DetailForm<D> extends Composite<Div> {

    /** What the buttons of a form do. */
    record Actions<D>(Consumer<D> save, Runnable delete, Runnable close) {}

    private final H2 heading = new H2();
    private final Button close = new Button(Icons.X.create());
    private final Div outdated = new Div();
    private final Div body = new Div();
    private final Button delete = new Button(getTranslation("members.form.delete"));
    private final Button save = new Button(getTranslation("members.form.save"));
    private final Div footer = new Div(delete, save);
    private final transient Actions<D> actions;

    private @Nullable D original;

    /**
     * Creates a form without inputs; a subclass adds them and then calls {@link #opened}.
     *
     * @param isNew whether the record is not there yet, so that there is nothing to delete
     */
    DetailForm(boolean isNew, Actions<D> actions) {
        this.actions = actions;
        heading.getElement().setAttribute("tabindex", "-1");
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassNames("aura-accent-neutral", "icon-button");
        close.setAriaLabel(getTranslation("members.form.close"));
        close.setTooltipText(getTranslation("members.form.close"));
        outdated.setVisible(false);
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.addClassName("danger");
        delete.setVisible(!isNew);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);

        close.addClickListener(_ -> actions.close().run());
        delete.addClickListener(_ -> actions.delete().run());
        save.addClickListener(_ -> save());
        // The focused input hands over what was typed into it before the shortcut counts.
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();

        var header = new Div(heading, close);
        header.addClassName("detail-header");
        body.addClassName("detail-body");
        footer.addClassName("detail-footer");
        getContent().addClassName("detail");
        getContent().add(header, outdated, body, footer);
    }

    /** Returns what the inputs hold now. */
    protected abstract D draft();

    /** Returns the inputs that a problem can be about. */
    protected abstract Map<Input, ? extends HasValidationProperties> inputs();

    /** Shows the name of the record, or what is about to be created. */
    protected final void setHeading(String text) {
        heading.setText(text);
    }

    /** Adds components to the form. */
    protected final void add(Component... components) {
        body.add(components);
    }

    /** Notices when {@code inputs} change; a change takes back what was said about the input. */
    protected final void watch(HasValue<?, ?>... inputs) {
        for (HasValue<?, ?> input : inputs) {
            input.addValueChangeListener(_ -> {
                if (input instanceof HasValidationProperties validated) {
                    validated.setInvalid(false);
                }
                changed();
            });
        }
    }

    /** Has to be called after each change of an input that is not watched. */
    protected void changed() {
        save.setEnabled(isChanged());
    }

    /** Takes the inputs as what is saved. */
    protected final void opened() {
        original = draft();
        save.setEnabled(false);
    }

    /** Leaves only what is there to read. */
    protected final void showReadOnly() {
        footer.setVisible(false);
    }

    /** Tells whether leaving would lose something. */
    boolean isChanged() {
        return original != null && !original.equals(draft());
    }

    /** Says at each input what is wrong with it, and goes to the first. */
    void show(List<FormProblem> problems) {
        changed();
        for (FormProblem problem : problems.reversed()) {
            HasValidationProperties input = inputs().get(problem.input());
            if (input != null) {
                input.setErrorMessage(
                        getTranslation(problem.key(), problem.arguments().toArray()));
                input.setInvalid(true);
                if (input instanceof Focusable<?> focusable) {
                    focusable.focus();
                }
            }
        }
    }

    /** Says that the record is not any more what the form was opened with. */
    void showOutdated(Runnable reload) {
        changed();
        var again = new Button(getTranslation("members.form.load-again"), _ -> reload.run());
        again.addClassName("aura-accent-neutral");
        outdated.removeAll();
        outdated.addClassNames("note", "note-warn");
        outdated.getElement().setAttribute("role", "alert");
        outdated.add(new Div(new Div(getTranslation("members.form.outdated")), again));
        outdated.setVisible(true);
    }

    /** Moves the focus into the form: to its heading, so that a screen reader reads what was opened. */
    void focusFirst() {
        heading.getElement().callJsFunction("focus");
    }

    private void save() {
        if (isChanged()) {
            actions.save().accept(draft());
        }
    }
}
