package dev.muster.common.ui;

import com.vaadin.flow.signals.Signal;

/** How many members a feature brought into the hub lately. A bean; pages that list members bind it. */
public interface NewMembers {

    /** Returns numbers that grow with each new member; they mean nothing but by their difference to earlier ones. */
    Signal<Count> count();

    /** Tells whether more of them are on their way. */
    Signal<Boolean> areComing();

    /** Members who have not joined. */
    record Count(long advocates, long nominees) {

        public static final Count NONE = new Count(0, 0);

        public long total() {
            return advocates + nominees;
        }

        public Count plus(Count more) {
            return new Count(advocates + more.advocates, nominees + more.nominees);
        }

        public Count minus(Count less) {
            return new Count(advocates - less.advocates, nominees - less.nominees);
        }
    }
}
