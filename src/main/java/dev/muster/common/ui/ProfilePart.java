package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What a feature adds to the profile of a member. A bean; the page asks each for its part. */
public interface ProfilePart {

    /** A part of its own. */
    record Tab(String title, Component content) {}

    /**
     * Returns what stands under the name in the place of the plain state; empty to leave that to others.
     *
     * @param member the number of the member
     */
    Optional<Component> state(long member);

    /**
     * Returns a tab for the member; empty for none.
     *
     * @param member the number of the member
     */
    Optional<Tab> tab(long member);

    /**
     * A step that follows from what was saved.
     *
     * @param text what happened
     * @param action what the button says
     */
    record Offer(String text, String action, Runnable step) {}

    /**
     * Returns what to offer now that the member has another address; empty for nothing.
     *
     * @param member the number of the member
     */
    default Optional<Offer> atNewAddress(long member) {
        return Optional.empty();
    }
}
