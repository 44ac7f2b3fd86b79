package dev.muster.security;

/** How a link that sets a new password stands. */
public enum ResetLink {
    USABLE,
    /** A password was set with it. */
    USED,
    /** A newer link was asked for, or the password was changed in another way. */
    REPLACED,
    EXPIRED,
    /** There is no such link, or its account is closed. */
    UNKNOWN
}
