package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import java.util.function.IntConsumer;

/**
 * What stands under the steps of the import dialog: the template, what an import would do or what it still needs, and
 * {@code Import}. Where there is no room for the steps side by side, {@code Back} and {@code Next} go through them.
 */
final class ImportFooter {

    private final Dialog dialog;
    private final Span summary = new Span();
    private final Button decide = new Button();
    private final Button back;
    private final Button next;
    private final BusyButton start = new BusyButton("imports.dialog.start", "imports.dialog.starting");

    /**
     * What the buttons do.
     *
     * @param start starts the import
     * @param decide shows the step in which something is to be decided
     * @param move shows the step after the current one, or before it where the number is negative
     */
    record Actions(Runnable start, Runnable decide, IntConsumer move) {}

    /**
     * Puts itself into {@code dialog}.
     *
     * @param template the link to the template
     */
    ImportFooter(Dialog dialog, Component template, Actions actions) {
        this.dialog = dialog;
        summary.addClassName("imp-summary");
        summary.getElement().setAttribute("role", "status");
        decide.addThemeVariants(ButtonVariant.TERTIARY);
        decide.addClassName("imp-decide-link");
        decide.setIcon(Icons.ALERT.create());
        decide.addClickListener(_ -> actions.decide().run());
        start.addClickListener(_ -> actions.start().run());
        start.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(dialog);
        back = quiet("imports.dialog.back", "imp-move", () -> actions.move().accept(-1));
        next = quiet("imports.dialog.next", "imp-move", () -> actions.move().accept(1));
        Button cancel = quiet("imports.dialog.cancel", "imp-cancel", dialog::close);
        dialog.getFooter().add(template, summary, decide, cancel, back, next, start);
    }

    private Button quiet(String textKey, String look, Runnable action) {
        var button = new Button(dialog.getTranslation(textKey), _ -> action.run());
        button.addClassNames("aura-accent-neutral", look);
        return button;
    }

    /** Offers only those ways between the steps that lead somewhere. */
    void showMoves(boolean canGoBack, boolean canGoOn) {
        back.setEnabled(canGoBack);
        next.setEnabled(canGoOn);
    }

    /** Says what would come of an import; {@code parts} are read out together. */
    void say(Component... parts) {
        summary.removeAll();
        summary.add(parts);
    }

    void say(String text) {
        summary.setText(text);
    }

    /** Says what is to be decided before anything can be imported. */
    void decideFirst(String what) {
        decide.setText(what);
    }

    /** Offers {@code Import} in place of what is to be decided, or the other way round. */
    void showReady(boolean isReady) {
        summary.setVisible(isReady);
        decide.setVisible(!isReady);
        start.setEnabled(isReady);
    }

    /** Offers neither: there is nothing to import yet. */
    void showNothing() {
        say("");
        decide.setVisible(false);
        start.setEnabled(false);
    }

    /** Names the button: {@code Import}, or {@code Import again}. */
    void nameStart(String textKey) {
        start.say(textKey);
    }

    /** Offers the button again, after what it did was not done. */
    void startAgain() {
        start.again();
    }
}
