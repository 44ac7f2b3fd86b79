package dev.muster.common.ui;

import com.vaadin.flow.component.badge.Badge;

/** A state as word, colour and shape. */
public final class StateBadge extends Badge {

    public StateBadge(State state) {
        show(state);
    }

    /** Shows {@code state} in place of the one shown so far. */
    public void show(State state) {
        setText(getTranslation(state.key()));
        setClassName("st " + state.styleClass());
    }
}
