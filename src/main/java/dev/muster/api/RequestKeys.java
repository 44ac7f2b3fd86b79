package dev.muster.api;

import dev.muster.common.Utc;
import dev.muster.security.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys by which clients make sure that a request that they repeat is done once ({@code Idempotency-Key}), each with
 * the answer that it got. A key belongs to an account.
 */
@Repository
class RequestKeys {

    /** How long a request can be repeated. */
    static final Duration STAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A request that was done.
     *
     * @param fingerprint tells whether another request has the same body
     */
    record Done(String fingerprint, Answer answer) {}

    /**
     * Claims a key in the caller's transaction; whoever else claims it waits for the end of that.
     *
     * @throws org.springframework.dao.DuplicateKeyException where it is claimed already
     */
    void claim(AccountId account, String key, String fingerprint) {
        jdbc.sql("DELETE FROM api_request WHERE account_id = ? AND request_key = ? AND created_at < ?")
                .params(account.value(), key, Utc.toColumn(clock.instant().minus(STAY)))
                .update();
        jdbc.sql("""
                        INSERT INTO api_request (account_id, request_key, fingerprint, status, location, answer, created_at)
                        VALUES (?, ?, ?, 0, '', '', ?)""")
                .params(account.value(), key, fingerprint, Utc.toColumn(clock.instant()))
                .update();
    }

    /** Notes the answer in the transaction that claimed the key. */
    void answer(AccountId account, String key, Answer answer) {
        jdbc.sql("UPDATE api_request SET status = ?, location = ?, answer = ? WHERE account_id = ? AND request_key = ?")
                .params(answer.status(), answer.location(), answer.body(), account.value(), key)
                .update();
    }

    Optional<Done> find(AccountId account, String key) {
        return jdbc.sql("""
                        SELECT fingerprint, status, location, answer FROM api_request
                        WHERE account_id = ? AND request_key = ? AND created_at >= ?""")
                .params(account.value(), key, Utc.toColumn(clock.instant().minus(STAY)))
                .query((row, _) -> new Done(
                        row.getString("fingerprint"),
                        new Answer(row.getInt("status"), row.getString("location"), row.getString("answer"))))
                .optional();
    }

    /** Removes the keys whose time is over. */
    void removeOld() {
        jdbc.sql("DELETE FROM api_request WHERE created_at < ?")
                .param(Utc.toColumn(clock.instant().minus(STAY)))
                .update();
    }
}
