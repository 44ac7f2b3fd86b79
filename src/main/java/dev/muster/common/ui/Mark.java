package dev.muster.common.ui;

import com.vaadin.flow.component.html.Span;

/** The mark of Muster. Decoration: its name stands beside it. */
public final class Mark extends Span {

    public Mark() {
        addClassName("mark");
        getElement().setAttribute("aria-hidden", "true");
        add(Icons.of("mark"));
    }
}
