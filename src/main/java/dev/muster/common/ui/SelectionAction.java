package dev.muster.common.ui;

import com.vaadin.flow.component.Component;

/**
 * Something that a feature offers for selected members: a button of the bar that the Advocates page shows over a
 * selection. A bean; the page shows the ones that {@link #isOffered} says yes to, by ascending {@link #order}, between
 * the groups and archiving.
 *
 * @param <S> how the page tells who is selected: {@code dev.muster.members.MemberSelection}
 */
public interface SelectionAction<S> {

    /** Returns the key of the button's text. */
    String titleKey();

    /** Returns the name of the button's icon in the sprite. */
    String icon();

    /** Returns the place among such actions. */
    int order();

    /** Tells whether whoever is logged in may do this. */
    boolean isOffered();

    /**
     * Does it, such as opening a dialog.
     *
     * @param page the Advocates page, which is attached
     * @param selection who is selected
     * @param count how many these are
     * @param done to be told once it is done: the page lets go of the selection
     */
    void run(Component page, S selection, long count, Runnable done);
}
