package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where a list would, while it is empty: a sentence, an explanation, and what to do about it. */
public final class EmptyState extends Div {

    /**
     * Creates an empty state.
     *
     * @param icon decoration above the sentence
     * @param sentence what is not there
     * @param explanation one line more, or an empty text
     * @param actions the one button to press, and at most a link
     */
    public EmptyState(Icons icon, String sentence, String explanation, Component... actions) {
        var picture = new Div(icon.create());
        picture.addClassName("empty-picture");
        var title = new Paragraph(sentence);
        title.addClassName("empty-sentence");
        var text = new Paragraph(explanation);
        text.setVisible(!explanation.isEmpty());
        var buttons = new Div(actions);
        buttons.addClassName("empty-actions");
        buttons.setVisible(actions.length > 0);

        addClassName("empty-state");
        add(picture, title, text, buttons);
    }
}
