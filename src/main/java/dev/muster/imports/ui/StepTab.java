package dev.muster.imports.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import dev.muster.common.ui.Icons;

/** One step in the rail of the import dialog: a sign, its name, and how it stands. */
final class StepTab extends Tab {

    private static final long serialVersionUID = 1;

    private final Span sign = new Span();
    private final Span state = new Span();

    StepTab(String titleKey) {
        var title = new Span(getTranslation(titleKey));
        title.addClassName("imp-step-title");
        state.addClassName("imp-step-state");
        var words = new Span(title, state);
        words.addClassName("imp-step-words");
        addClassName("imp-step");
        add(sign, words);
    }

    /** Shows how the step stands: {@code Choose a file first}, the file, the columns. */
    void show(String text, boolean isDone) {
        show(text, isDone ? "imp-good" : "", isDone ? Icons.CHECK : Icons.MINUS);
    }

    /** Shows that somebody has something to decide in the step. */
    void showOpen(String text) {
        show(text, "imp-decide", Icons.ALERT);
    }

    private void show(String text, String look, Icons icon) {
        state.setText(text);
        state.setTitle(text);
        sign.removeAll();
        sign.setClassName(("imp-step-sign " + look).strip());
        sign.add(icon.create());
    }
}
