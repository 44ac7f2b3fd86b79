package dev.muster.mail.ui;

import dev.muster.common.ui.State;
import dev.muster.mail.MailState;
import org.springframework.modulith.NamedInterface;

/** How the states of letters are shown. */
@NamedInterface("states")
public final class MailStates {

    private MailStates() {}

    /** Returns the state that a badge shows for {@code state}. */
    public static State shown(MailState state) {
        return switch (state) {
            case QUEUED -> State.QUEUED;
            case SENDING -> State.SENDING;
            case SENT -> State.SENT;
            case BOUNCED -> State.BOUNCED;
            case UNKNOWN -> State.DELIVERY_UNKNOWN;
            case KEPT -> State.KEPT_IN_OUTBOX;
            case CANCELLED -> State.CANCELLED;
        };
    }
}
