package dev.muster.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token for the REST API, as the list shows it.
 *
 * @param role what it may do at most; never more than its creator may
 * @param createdBy the name of the account that it acts as
 * @param expiresAt null where it does not expire
 * @param lastUsedAt to the minute; null where it was never used
 * @param standing whether it works
 */
public record ApiToken(
        ApiTokenId id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        Standing standing) {

    /** Whether a token works, and why not. */
    public enum Standing {
        WORKS,
        EXPIRED,
        REVOKED,
        /** The account that it acts as is disabled. */
        ACCOUNT_DISABLED
    }
}
