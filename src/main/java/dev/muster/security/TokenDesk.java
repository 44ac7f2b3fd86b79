package dev.muster.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators hand out, and take back, tokens for the REST API. */
@Component
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class TokenDesk {

    private static final String OBJECT = "api-token";

    private final ApiTokens tokens;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;

    TokenDesk(ApiTokens tokens, CurrentUser currentUser, AuditLog audit, Clock clock) {
        this.tokens = tokens;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns all tokens, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> tokens() {
        return tokens.all();
    }

    /**
     * Makes a token that acts as whoever is logged in.
     *
     * @param name what it is for; not blank, at most 255 code points
     * @param role what it may do at most
     * @param expiresAt in the future, or null where it does not expire
     * @return the token, which cannot be had again
     * @throws AccessDeniedException where {@code role} may do more than its creator
     */
    @Transactional
    public String create(String name, Role role, @Nullable Instant expiresAt) {
        LoggedIn creator = currentUser.get();
        if (!creator.role().includes().contains(role)) {
            throw new AccessDeniedException("A token may not do more than its creator.");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new IllegalArgumentException("A token expires in the future, not at %s.".formatted(expiresAt));
        }
        ApiTokens.Fresh fresh = tokens.add(name, role, creator.id(), expiresAt);
        audit.record(
                "api-token.create",
                OBJECT,
                Long.toString(fresh.id().value()),
                AuditDetail.named(name)
                        .with("Role", null, role)
                        .with("Expires", null, expiresAt)
                        .text());
        return fresh.token();
    }

    /** Makes a token stop working at once; nothing happens where it did not work any more. */
    @Transactional
    public void revoke(ApiTokenId id) {
        tokens.revoke(id).ifPresent(name -> audit.record("api-token.revoke", OBJECT, Long.toString(id.value()), name));
    }
}
