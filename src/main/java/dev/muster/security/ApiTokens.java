package dev.muster.security;

import dev.muster.common.IdBlock;
import dev.muster.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens for the REST API. The database holds their keyed hashes, which open nothing. */
@Repository
class ApiTokens {

    /** Lets people, and scanners that look for secrets, know what it is. */
    private static final String PREFIX = "muster_";

    private static final String PURPOSE = "api-token";
    private static final int IDS_AT_ONCE = 50;

    /** The moment of the last use is kept this exactly, so that not every request writes. */
    private static final Duration LAST_USE_STEP = Duration.ofMinutes(1);

    private static final String ACCOUNT = "a.id AS account_id, a.name, a.email, a.role, a.password_hash";

    /** As whom a request with a token acts, and when the last one came that was noted. */
    record Holder(ApiTokenId token, LoggedIn user, @Nullable Instant lastUsed) {}

    private final JdbcClient jdbc;
    private final HubSecret secret;
    private final Clock clock;
    private final IdBlock ids;

    ApiTokens(JdbcClient jdbc, HubSecret secret, Clock clock) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.clock = clock;
        this.ids = new IdBlock(jdbc, "api_token_seq", IDS_AT_ONCE);
    }

    /** A token and its number; the text is nowhere else. */
    record Fresh(ApiTokenId id, String token) {}

    Fresh add(String name, Role role, AccountId account, @Nullable Instant expiresAt) {
        var id = new ApiTokenId(ids.take(1)[0]);
        String token = PREFIX + SecretToken.next();
        jdbc.sql("""
                        INSERT INTO api_token (id, name, token_hash, role, account_id, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(id.value())
                .param(name)
                .param(hash(token))
                .param(role.name())
                .param(account.value())
                .param(Utc.toColumn(clock.instant()))
                .param(expiresAt == null ? null : Utc.toColumn(expiresAt))
                .update();
        return new Fresh(id, token);
    }

    /** Returns all tokens, the newest first. */
    List<ApiToken> all() {
        return jdbc.sql("""
                        SELECT t.id, t.name, t.role, a.name AS creator, t.created_at, t.expires_at, t.last_used_at,
                            t.revoked_at, a.disabled_at
                        FROM api_token t JOIN account a ON a.id = t.account_id ORDER BY t.id DESC""").query((row, _) -> token(row)).list();
    }

    /** Returns as whom {@code token} acts, or empty where it does not work. */
    Optional<Holder> find(String token) {
        return jdbc.sql("SELECT t.id, t.role AS most, t.last_used_at, " + ACCOUNT + """
                         FROM api_token t JOIN account a ON a.id = t.account_id AND a.disabled_at IS NULL
                        WHERE t.token_hash = ? AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)""")
                .params(hash(token), Utc.toColumn(clock.instant()))
                .query((row, _) -> new Holder(
                        new ApiTokenId(row.getLong("id")),
                        account(row).limitedTo(Role.valueOf(row.getString("most"))),
                        Utc.fromColumn(row, "last_used_at")))
                .optional();
    }

    /** Returns as whom the token of the environment acts: as the oldest administrator who may log in. */
    Optional<LoggedIn> holderOfTheEnvironment() {
        return jdbc.sql("SELECT " + ACCOUNT + " FROM account a WHERE a.role = ? AND a.disabled_at IS NULL"
                        + " ORDER BY a.id LIMIT 1")
                .param(Role.ADMINISTRATOR.name())
                .query((row, _) -> account(row))
                .optional();
    }

    private static LoggedIn account(ResultSet row) throws SQLException {
        return new LoggedIn(
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("password_hash"),
                true);
    }

    /** Notes that {@code holder} was let in, where that was not noted within the last minute. */
    void used(Holder holder) {
        Instant now = clock.instant();
        if (holder.lastUsed() == null || holder.lastUsed().isBefore(now.minus(LAST_USE_STEP))) {
            jdbc.sql("UPDATE api_token SET last_used_at = ? WHERE id = ?")
                    .params(Utc.toColumn(now), holder.token().value())
                    .update();
        }
    }

    /** Makes the token stop working; tells its name, or empty where it did not work any more. */
    Optional<String> revoke(ApiTokenId id) {
        int revoked = jdbc.sql("UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(Utc.toColumn(clock.instant()), id.value())
                .update();
        return revoked == 0
                ? Optional.empty()
                : jdbc.sql("SELECT name FROM api_token WHERE id = ?")
                        .param(id.value())
                        .query(String.class)
                        .optional();
    }

    private ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                new ApiTokenId(row.getLong("id")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("creator"),
                Objects.requireNonNull(Utc.fromColumn(row, "created_at"), "created_at"),
                Utc.fromColumn(row, "expires_at"),
                Utc.fromColumn(row, "last_used_at"),
                standing(row));
    }

    private ApiToken.Standing standing(ResultSet row) throws SQLException {
        Instant expires = Utc.fromColumn(row, "expires_at");
        if (Utc.fromColumn(row, "revoked_at") != null) {
            return ApiToken.Standing.REVOKED;
        }
        if (expires != null && !clock.instant().isBefore(expires)) {
            return ApiToken.Standing.EXPIRED;
        }
        return Utc.fromColumn(row, "disabled_at") == null
                ? ApiToken.Standing.WORKS
                : ApiToken.Standing.ACCOUNT_DISABLED;
    }

    private String hash(String token) {
        return secret.hmacSha256Hex(PURPOSE, token);
    }
}
