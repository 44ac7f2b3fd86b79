package dev.muster.common.ui;

import java.util.Locale;

/**
 * The states that a badge can show. Each has a word ({@code common.state.*}), a colour and a shape; colour and shape
 * come from the stylesheet by {@link #styleClass}, so that a cell rendered in the browser shows the same.
 */
public enum State {
    // members
    JOINED,
    NOT_JOINED,
    NOMINEE,
    ADVOCATE,
    ARCHIVED,
    LOCKED,
    OPTED_OUT,
    PENDING,
    // mail, imports
    QUEUED,
    SENDING,
    SENT,
    BOUNCED,
    DELIVERY_UNKNOWN,
    KEPT_IN_OUTBOX,
    CHECKING,
    CHECKED,
    IMPORTING,
    COMPLETED,
    CANCELLING,
    CANCELLED,
    FAILED,
    UNDOING,
    UNDONE,
    PARTLY_UNDONE,
    // rows of an import
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED,
    CORRECTED,
    // accounts
    DEFAULT_SENDER,
    DISABLED,
    REVOKED,
    EXPIRED;

    /** Returns the key of its word. */
    public String key() {
        return "common.state." + name();
    }

    /** Returns the style class, such as {@code st-not-joined}; goes together with {@code st}. */
    public String styleClass() {
        return "st-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
