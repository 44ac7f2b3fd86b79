package dev.muster.members.index;

import org.jspecify.annotations.Nullable;

/** What an order is made by; whoever has nothing there comes first. */
public enum SortKey {
    NAME(0, null),
    COMPANY(1, null),
    EMAIL(2, null),
    CREATED(0, Moment.CREATED),
    JOINED(0, Moment.JOINED),
    INVITED(0, Moment.INVITED);

    /** Which text of a member, where there is no moment. */
    final int part;

    final @Nullable Moment moment;

    SortKey(int part, @Nullable Moment moment) {
        this.part = part;
        this.moment = moment;
    }
}
