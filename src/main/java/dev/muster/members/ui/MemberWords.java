package dev.muster.members.ui;

import dev.muster.common.ui.State;
import dev.muster.members.MemberStatus;

/** How what is known about members is shown. */
final class MemberWords {

    private MemberWords() {}

    static State state(MemberStatus status) {
        return switch (status) {
            case JOINED -> State.JOINED;
            case NOT_JOINED -> State.NOT_JOINED;
            case NOMINEE -> State.NOMINEE;
        };
    }
}
