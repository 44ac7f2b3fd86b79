package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * Something that a feature offers on the Advocates page: an entry of its {@code Actions} menu. A bean; the page shows
 * the ones that {@link #isOffered} says yes to, by ascending {@link #order}.
 */
public interface AdvocatesAction {

    /** Returns the key of the entry's text. */
    String titleKey();

    /** Returns the name of the entry's icon in the sprite. */
    String icon();

    /** Returns the place in the menu: inviting 10, importing 20, adding one 30, exporting 40. */
    int order();

    /** Tells whether whoever is logged in may do this. */
    boolean isOffered();

    /** Tells whether the page offers this too while nobody is in the hub yet, as the way to begin. */
    default boolean startsTheHub() {
        return false;
    }

    /** Returns what stands beside the button that begins, such as a link to a template; empty for nothing. */
    default Optional<Component> besideStart() {
        return Optional.empty();
    }

    /**
     * Does it, such as opening a dialog.
     *
     * @param page the Advocates page, which is attached
     */
    void run(Component page);
}
