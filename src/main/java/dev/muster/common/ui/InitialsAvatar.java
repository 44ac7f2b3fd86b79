package dev.muster.common.ui;

import com.vaadin.flow.component.html.Span;

/** The picture of someone by their initials. Decoration: the name stands beside it. */
public final class InitialsAvatar extends Span {

    public InitialsAvatar(String name) {
        var initials = Initials.of(name);
        setText(initials.text());
        setClassName(initials.styleClass());
        getElement().setAttribute("aria-hidden", "true");
    }
}
