package dev.muster.mail;

import dev.muster.common.AnotherTurn;
import dev.muster.common.ForcedIndex;
import dev.muster.common.NextInLine;
import dev.muster.common.Utc;
import dev.muster.security.OtherSecretException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sends which letter. A letter is claimed by a lease, marked as going out just before it does, and its result is
 * recorded just after: each in a short transaction of its own, none around the mail server.
 */
@Repository
@AnotherTurn
@Transactional
class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final JdbcClient jdbc;
    private final OutgoingLetters letters;
    private final MailSettings settings;
    private final ObjectProvider<LetterGate> gates;
    private final Clock clock;

    Claims(
            JdbcClient jdbc,
            OutgoingLetters letters,
            MailSettings settings,
            ObjectProvider<LetterGate> gates,
            Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.settings = settings;
        this.gates = gates;
        this.clock = clock;
    }

    /** Claims the letters that have been due longest, as many as a batch holds, past those that others claimed. */
    List<Claim> claim() {
        return claim("", Instant.EPOCH);
    }

    /**
     * Does the same for letters to people about their own accounts, written since {@code moment}: whoever forgot the
     * password has to get in, whatever other letters wait for.
     */
    List<Claim> claimOfAccounts(Instant moment) {
        return claim("AND purpose IN ('PASSWORD_RESET', 'ACCOUNT_NOTICE') AND created_at >= :since", moment);
    }

    private List<Claim> claim(String condition, Instant since) {
        Instant now = clock.instant();
        List<Claim> claims = NextInLine.lock(past -> due(condition, since, now, past), ids -> lock(ids, now));
        if (!claims.isEmpty()) {
            jdbc.sql("UPDATE mail" + ForcedIndex.PRIMARY
                            + " SET version = version + 1, claimed_until = :until WHERE id IN (:ids)")
                    .param("until", Utc.toColumn(now.plus(settings.lease())))
                    .param("ids", ids(claims))
                    .update();
        }
        return claims;
    }

    private List<Long> due(String condition, Instant since, Instant now, List<Long> past) {
        // All have the same state: that it stands in the order, too, lets H2 stop at the last one wanted.
        return jdbc.sql("""
                        SELECT id FROM mail
                        WHERE state = 'QUEUED' AND next_try_at <= :now AND (claimed_until IS NULL OR claimed_until < :now)
                            AND id NOT IN (:past) %s
                        ORDER BY state, next_try_at, id LIMIT :batch""".formatted(condition))
                .param("now", Utc.toColumn(now))
                .param("since", Utc.toColumn(since))
                .param("past", past)
                .param("batch", settings.batch())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private List<Claim> lock(List<Long> ids, Instant now) {
        var claims = new ArrayList<Claim>();
        jdbc.sql("SELECT id, version, state, next_try_at, claimed_until FROM mail" + ForcedIndex.PRIMARY
                        + " WHERE id IN (:ids) ORDER BY next_try_at, id FOR UPDATE SKIP LOCKED")
                .param("ids", ids)
                .query(row -> {
                    Instant until = Utc.fromColumn(row, "claimed_until");
                    boolean isFree = until == null || until.isBefore(now);
                    // Somebody may have sent it since it was looked up, in vain: then it is due later.
                    Instant due = Utc.fromColumn(row, "next_try_at");
                    boolean isDue = due != null && !due.isAfter(now);
                    if (isFree && isDue && MailState.valueOf(row.getString("state")) == MailState.QUEUED) {
                        claims.add(new Claim(new MailId(row.getLong("id")), row.getLong("version") + 1));
                    }
                });
        return claims;
    }

    /**
     * Marks a claimed letter as going out, with a new lease.
     *
     * @return what to send, or empty where the claim was lost or the letter was cancelled
     */
    Optional<OutgoingLetter> begin(Claim claim) {
        Instant now = clock.instant();
        int marked = jdbc.sql("""
                        UPDATE mail SET state = 'SENDING', tries = tries + 1, next_try_at = NULL, claimed_until = :until,
                            version = version + 1
                        WHERE id = :id AND version = :version AND state = 'QUEUED'""")
                .param("until", Utc.toColumn(now.plus(settings.lease())))
                .param("id", claim.id().value())
                .param("version", claim.version())
                .update();
        if (marked == 0) {
            return Optional.empty();
        }
        OutgoingLetter letter;
        try {
            letter = letters.read(claim.id());
        } catch (OtherSecretException e) {
            LOG.warn(
                    "The letter {} cannot be opened and is cancelled; whoever waits for it can ask again.",
                    claim.id(),
                    e);
            cancel(claim.id());
            return Optional.empty();
        }
        Optional<String> objection = objection(letter);
        if (objection.isPresent()) {
            cancel(claim, objection.get());
            return Optional.empty();
        }
        jdbc.sql("INSERT INTO mail_try (mail_id, seq, tried_at, state) VALUES (?, ?, ?, 'SENDING')")
                .params(claim.id().value(), letter.tries(), Utc.toColumn(now))
                .update();
        return Optional.of(letter);
    }

    private Optional<String> objection(OutgoingLetter letter) {
        return Optional.ofNullable(letter.personal())
                .flatMap(personal -> gates.stream()
                        .map(gate ->
                                gate.objection(personal.addressee(), letter.to().address()))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private void cancel(Claim claim, String reason) {
        jdbc.sql("""
                        UPDATE mail SET state = 'CANCELLED', tries = tries - 1, claimed_until = NULL, server_reply = ?,
                            version = version + 1
                        WHERE id = ?""").params(reason, claim.id().value()).update();
    }

    /** Gives back those of {@code claims} that were not begun. */
    void release(List<Claim> claims) {
        for (Claim claim : claims) {
            jdbc.sql("UPDATE mail SET claimed_until = NULL WHERE id = ? AND version = ? AND state = 'QUEUED'")
                    .params(claim.id().value(), claim.version())
                    .update();
        }
    }

    private void cancel(MailId id) {
        jdbc.sql("UPDATE mail SET state = 'CANCELLED', claimed_until = NULL, version = version + 1 WHERE id = ?")
                .param(id.value())
                .update();
    }

    private static List<Long> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.id().value()).toList();
    }
}
