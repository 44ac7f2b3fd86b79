package dev.muster.mail;

import java.util.Arrays;
import java.util.List;

/** The parts that the outbox is looked at in. */
public enum MailSegment {
    ALL,
    QUEUED,
    SENT,
    BOUNCED,
    UNKNOWN,
    KEPT,
    CANCELLED;

    /** Returns the part that letters in {@code state} are in, besides all. */
    static MailSegment of(MailState state) {
        return switch (state) {
            case QUEUED, SENDING -> QUEUED;
            case SENT -> SENT;
            case BOUNCED -> BOUNCED;
            case UNKNOWN -> UNKNOWN;
            case KEPT -> KEPT;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Returns the states of the letters in this part. */
    List<MailState> states() {
        return Arrays.stream(MailState.values())
                .filter(state -> this == ALL || this == of(state))
                .toList();
    }
}
