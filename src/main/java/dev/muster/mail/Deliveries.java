package dev.muster.mail;

import dev.muster.common.ForcedIndex;
import dev.muster.common.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of each try. */
@Repository
@Transactional
class Deliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records the result of the try that {@code letter} is on. It stands even where the lease ended meanwhile: whoever
     * sent it knows best. It does not where a person has had it tried again.
     */
    void record(OutgoingLetter letter, Delivery delivery) {
        Instant now = clock.instant();
        switch (delivery) {
            case Delivery.Sent(String words) -> write(letter, MailState.SENT, null, words);
            case Delivery.Bounced(String words) -> write(letter, MailState.BOUNCED, null, words);
            case Delivery.Unknown(String words) -> write(letter, MailState.UNKNOWN, null, words);
            case Delivery.Deferred(String words) -> {
                Optional<Instant> next = RetryDelays.next(firstTry(letter), letter.tries() - letter.triesBefore(), now);
                write(letter, next.isPresent() ? MailState.QUEUED : MailState.BOUNCED, next.orElse(null), words);
            }
            case Delivery.NotTaken(String words) -> {
                if (write(letter, MailState.QUEUED, now.plus(RetryDelays.FIRST), words)) {
                    jdbc.sql("UPDATE mail SET tries_before = tries_before + 1 WHERE id = ? AND tries = ?")
                            .params(letter.id().value(), letter.tries())
                            .update();
                }
            }
        }
    }

    /** What it waited before, it waited for other letters or for somebody's word: that is no reason to give it up. */
    private Instant firstTry(OutgoingLetter letter) {
        return jdbc.sql("SELECT tried_at FROM mail_try WHERE mail_id = ? AND seq = ?")
                .params(letter.id().value(), letter.triesBefore() + 1)
                .query((row, _) -> Objects.requireNonNull(Utc.fromColumn(row, "tried_at")))
                .single();
    }

    private boolean write(OutgoingLetter letter, MailState state, @Nullable Instant nextTry, String words) {
        int written = jdbc.sql("""
                        UPDATE mail SET state = :state, next_try_at = :nextTry, sent_at = :sentAt, server_reply = :words,
                            claimed_until = NULL, version = version + 1
                        WHERE id = :id AND tries = :try AND state IN ('SENDING', 'UNKNOWN')""")
                .param("state", state.name())
                .param("nextTry", nextTry == null ? null : Utc.toColumn(nextTry))
                .param("sentAt", state == MailState.SENT ? Utc.toColumn(clock.instant()) : null)
                .param("words", words)
                .param("id", letter.id().value())
                .param("try", letter.tries())
                .update();
        if (written == 1) {
            log(letter, state, words);
        }
        return written == 1;
    }

    /**
     * Marks the letters whose sender fell silent while they went out. They may have arrived, so none is sent again by
     * itself.
     *
     * @return how many
     */
    int giveUpSilent() {
        List<Long> silent = jdbc.sql("""
                        SELECT id FROM mail WHERE state = 'SENDING' AND claimed_until < ?
                        LIMIT 1000 FOR UPDATE SKIP LOCKED""")
                .param(Utc.toColumn(clock.instant()))
                .query((row, _) -> row.getLong("id"))
                .list();
        if (!silent.isEmpty()) {
            jdbc.sql("""
                            UPDATE mail%s SET state = 'UNKNOWN', claimed_until = NULL, version = version + 1
                            WHERE id IN (:silent)""".formatted(ForcedIndex.PRIMARY)).param("silent", silent).update();
            jdbc.sql("UPDATE mail_try" + ForcedIndex.PRIMARY
                            + " SET state = 'UNKNOWN' WHERE state = 'SENDING' AND mail_id IN (:silent)")
                    .param("silent", silent)
                    .update();
        }
        return silent.size();
    }

    private void log(OutgoingLetter letter, MailState state, String words) {
        jdbc.sql("UPDATE mail_try SET state = ?, server_reply = ? WHERE mail_id = ? AND seq = ?")
                .param(state.name())
                .param(words)
                .param(letter.id().value())
                .param(letter.tries())
                .update();
    }
}
