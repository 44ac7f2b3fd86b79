package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What a feature says about an admin in the list of them. A bean; the page asks each for its part. */
public interface AdminPart {

    /**
     * Returns what to show; empty for nothing.
     *
     * @param account the number of the account
     */
    Optional<Component> of(long account);
}
