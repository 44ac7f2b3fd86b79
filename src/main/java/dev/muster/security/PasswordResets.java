package dev.muster.security;

import dev.muster.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links that set a new password. The database holds keyed hashes of their tokens, which open nothing. */
@Repository
class PasswordResets {

    private static final String PURPOSE = "password-reset";

    private final JdbcClient jdbc;
    private final HubSecret secret;
    private final Clock clock;

    PasswordResets(JdbcClient jdbc, HubSecret secret, Clock clock) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.clock = clock;
    }

    /** Makes the token of a new link for {@code account}; the ones before stop working. */
    String renew(AccountId account, Duration worksFor) {
        return renew(new PasswordOwner.OfAccount(account), worksFor);
    }

    /** Makes the token of a new link for {@code owner}; the ones before stop working. */
    String renew(PasswordOwner owner, Duration worksFor) {
        revokeAll(owner);
        String token = SecretToken.next();
        Instant now = clock.instant();
        jdbc.sql("INSERT INTO password_reset (token_hash, %s, created_at, expires_at) VALUES (?, ?, ?, ?)"
                        .formatted(owner.column()))
                .params(hash(token), owner.value(), Utc.toColumn(now), Utc.toColumn(now.plus(worksFor)))
                .update();
        return token;
    }

    /** Returns how many links {@code owner} was given since {@code moment}. */
    int countSince(PasswordOwner owner, Instant moment) {
        return jdbc.sql("SELECT COUNT(*) FROM password_reset WHERE %s = ? AND created_at > ?".formatted(owner.column()))
                .params(owner.value(), Utc.toColumn(moment))
                .query(Integer.class)
                .single();
    }

    ResetLink find(String token) {
        return jdbc.sql("""
                        SELECT used_at, revoked_at, expires_at, disabled_at
                        FROM password_reset LEFT JOIN account ON account.id = account_id
                        WHERE token_hash = ?""")
                .param(hash(token))
                .query((row, _) -> standing(row))
                .optional()
                .orElse(ResetLink.UNKNOWN);
    }

    /**
     * Uses a link up. The row's lock lets one of two transactions through that use it at once.
     *
     * @return whose password it sets, or empty where it does not work
     */
    Optional<PasswordOwner> use(String token) {
        String hash = hash(token);
        int used = jdbc.sql("""
                        UPDATE password_reset SET used_at = :now
                        WHERE token_hash = :hash AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now""")
                .param("now", Utc.toColumn(clock.instant()))
                .param("hash", hash)
                .update();
        return used == 0
                ? Optional.empty()
                : Optional.of(jdbc.sql("SELECT account_id, member_id FROM password_reset WHERE token_hash = ?")
                        .param(hash)
                        .query((row, _) -> owner(row))
                        .single());
    }

    /** Makes every unused link of {@code owner} stop working. */
    void revokeAll(PasswordOwner owner) {
        jdbc.sql("""
                        UPDATE password_reset SET revoked_at = ?
                        WHERE %s = ? AND used_at IS NULL AND revoked_at IS NULL""".formatted(owner.column()))
                .params(Utc.toColumn(clock.instant()), owner.value())
                .update();
    }

    private static PasswordOwner owner(ResultSet row) throws SQLException {
        Long member = row.getObject("member_id", Long.class);
        return member == null
                ? new PasswordOwner.OfAccount(new AccountId(row.getLong("account_id")))
                : new PasswordOwner.OfMember(member);
    }

    private ResetLink standing(ResultSet row) throws SQLException {
        if (Utc.fromColumn(row, "disabled_at") != null) {
            return ResetLink.UNKNOWN;
        }
        if (Utc.fromColumn(row, "used_at") != null) {
            return ResetLink.USED;
        }
        if (Utc.fromColumn(row, "revoked_at") != null) {
            return ResetLink.REPLACED;
        }
        Instant expires = Objects.requireNonNull(Utc.fromColumn(row, "expires_at"), "expires_at");
        return clock.instant().isBefore(expires) ? ResetLink.USABLE : ResetLink.EXPIRED;
    }

    private String hash(String token) {
        return secret.hmacSha256Hex(PURPOSE, token);
    }
}
