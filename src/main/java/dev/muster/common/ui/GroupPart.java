package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What a feature adds to the form of a group. A bean; the page asks each for its part. */
public interface GroupPart {

    /**
     * Returns what to show; empty for nothing.
     *
     * @param group the number of the group
     */
    Optional<Component> of(long group);
}
