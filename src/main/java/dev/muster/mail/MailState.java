package dev.muster.mail;

/** Where a letter is on its way. */
public enum MailState {
    /** Waits for its turn, or for the next try. */
    QUEUED,
    /** Is being handed to the mail server right now. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** The mail server refused it for good, or did not take it for five days. */
    BOUNCED,
    /** Muster or the connection died while it went out: it may have arrived, so it is not sent again by itself. */
    UNKNOWN,
    /** There was no mail server when it was written. It goes out only when someone says so. */
    KEPT,
    /** Someone decided that it does not go out. */
    CANCELLED;

    /** Tells whether a person may have it tried again, at once. */
    public boolean canBeRetried() {
        return this == QUEUED || this == BOUNCED || this == UNKNOWN;
    }

    /** Tells whether it waits for a person to send it. */
    public boolean canBeSent() {
        return this == KEPT;
    }

    /** Tells whether a person may still stop it. */
    public boolean canBeCancelled() {
        return this == QUEUED || this == KEPT || this == BOUNCED;
    }
}
