package dev.muster.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log.
 *
 * @param who whose; null for all
 * @param action what was done, such as {@code group.delete}; null for anything
 * @param from from this moment on; null for the beginning
 * @param until before this moment; null for now
 * @param search a part of a name, an object or a change, without regard to case; blank for all
 */
public record AuditQuery(
        @Nullable AccountId who,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until,
        String search) {

    /** Everything. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, "");
}
