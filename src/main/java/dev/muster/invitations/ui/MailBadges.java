package dev.muster.invitations.ui;

import dev.muster.common.ui.State;
import dev.muster.mail.MailState;

/** How the states of letters are shown. */
final class MailBadges {

    private MailBadges() {}

    static State of(MailState state) {
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
