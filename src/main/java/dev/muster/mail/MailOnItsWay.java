package dev.muster.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.muster.common.Utc;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All mail that goes out by itself: letters that wait, those still to be written, and work that writes some.
 *
 * @see "Decision 020: after a backup is restored"
 */
@Repository
class MailOnItsWay {

    private final JdbcClient jdbc;
    private final ObjectProvider<LettersToCome> lettersToCome;
    private final Clock clock;

    MailOnItsWay(JdbcClient jdbc, ObjectProvider<LettersToCome> lettersToCome, Clock clock) {
        this.jdbc = jdbc;
        this.lettersToCome = lettersToCome;
        this.clock = clock;
    }

    /** Tells whether there is any, or work that goes on by itself and may write some, such as an import. */
    boolean exists() {
        Instant now = clock.instant();
        return jdbc.sql("SELECT id FROM mail WHERE state IN ('QUEUED', 'SENDING') LIMIT 1")
                        .query(Long.class)
                        .optional()
                        .isPresent()
                || lettersToCome.stream().anyMatch(letters -> letters.countBefore(now) > 0)
                || jdbc.sql("SELECT task_name FROM scheduled_tasks WHERE task_instance <> ? LIMIT 1")
                        .param(RecurringTask.INSTANCE)
                        .query(String.class)
                        .optional()
                        .isPresent();
    }

    /** Returns how many letters wait that were written, or were to be, before {@code moment}. */
    long countBefore(Instant moment) {
        long written = jdbc.sql("SELECT COUNT(*) FROM mail WHERE state = 'QUEUED' AND created_at < ?")
                .param(Utc.toColumn(moment))
                .query(Long.class)
                .single();
        return written
                + lettersToCome.stream()
                        .mapToLong(letters -> letters.countBefore(moment))
                        .sum();
    }

    /**
     * Stops those letters.
     *
     * @return how many
     */
    long cancelBefore(Instant moment) {
        int written = jdbc.sql("""
                        UPDATE mail SET state = 'CANCELLED', next_try_at = NULL, claimed_until = NULL, version = version + 1
                        WHERE state = 'QUEUED' AND created_at < ?""").param(Utc.toColumn(moment)).update();
        return written
                + lettersToCome.stream()
                        .mapToLong(letters -> letters.dropBefore(moment))
                        .sum();
    }
}
