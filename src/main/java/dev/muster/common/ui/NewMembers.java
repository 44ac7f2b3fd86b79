package dev.muster.common.ui;

import com.vaadin.flow.signals.Signal;

/** How many members a feature brought into the hub lately. A bean; pages that list members bind it. */
public interface NewMembers {

    /** Returns a number that grows with each new member; it means nothing but by its difference to an earlier one. */
    Signal<Long> number();
}
