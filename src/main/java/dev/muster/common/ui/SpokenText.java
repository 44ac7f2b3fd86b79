package dev.muster.common.ui;

import com.vaadin.flow.component.html.Span;

/** A text that is read out and not shown: the head of a column whose cells speak for themselves to whoever sees them. */
public final class SpokenText extends Span {

    public SpokenText(String text) {
        super(text);
        addClassName("sr-only");
    }
}
