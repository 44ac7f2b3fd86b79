package dev.muster.mail;

import dev.muster.common.Utc;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see and do in the outbox. */
@Service
@PreAuthorize("hasRole('MANAGER')")
public class OutboxDesk {

    private final StoredMails mails;
    private final MailServer server;
    private final SendingStops stops;
    private final MailBell bell;
    private final MailOnItsWay onItsWay;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    OutboxDesk(
            StoredMails mails,
            MailServer server,
            SendingStops stops,
            MailBell bell,
            MailOnItsWay onItsWay,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock) {
        this.audit = audit;
        this.mails = mails;
        this.server = server;
        this.stops = stops;
        this.bell = bell;
        this.onItsWay = onItsWay;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells whether a mail server is configured; without one, letters are kept. */
    public boolean hasServer() {
        return server.isConfigured();
    }

    /** Returns why no mail goes out, or empty while it does. */
    @Transactional(readOnly = true)
    public Optional<SendingStop> stop() {
        return server.isConfigured() ? stops.current() : Optional.empty();
    }

    /** Has mail go out again: ends what waits for somebody, and tries a mail server in trouble at once. */
    @Transactional
    public void resume() {
        stops.end();
        audit.record("mail.resume", "mail", null, null);
        bell.ringAfterCommit();
    }

    /** Returns how many letters wait that were written before {@code moment}, or were to be. */
    @Transactional(readOnly = true)
    public long waitingSince(Instant moment) {
        return onItsWay.countBefore(moment);
    }

    /**
     * Stops all letters that wait and were written before {@code moment}, or were to be.
     *
     * @return how many
     */
    @Transactional
    public long cancelBefore(Instant moment) {
        long cancelled = onItsWay.cancelBefore(moment);
        audit.record("mail.cancel-before", "mail", null, AuditDetail.count(cancelled, "mail"));
        return cancelled;
    }

    /** Returns the letters of {@code query} from the {@code offset}th on, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<MailRow> page(MailQuery query, int offset, int limit) {
        return mails.page(query, offset, limit);
    }

    /** Returns how many letters that hold {@code search} are in each part; a part without any is left out. */
    @Transactional(readOnly = true)
    public Map<MailSegment, Long> counts(String search) {
        return mails.counts(search);
    }

    /** Returns how many letters may not have arrived and wait for someone to look at them. */
    @Transactional(readOnly = true)
    public long needingAttention() {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE state IN ('BOUNCED', 'UNKNOWN')")
                .query(Long.class)
                .single();
    }

    /**
     * Returns the letter {@code id}, or empty where there is none. Of one that opens an account the body is left out, but
     * for an administrator of a hub without a mail server; reading it is recorded.
     */
    @Transactional
    public Optional<MailDetail> find(MailId id) {
        return mails.find(id);
    }

    /** Returns how the letter {@code id} stands, without opening it; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<MailRow> row(MailId id) {
        return mails.row(id);
    }

    /** Returns the letters to the member with this number, the newest first, at most 200. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public List<MemberMail> of(long member) {
        return mails.of(member);
    }

    /** Returns the content of a letter's file, or empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<InputStream> content(MailId id, MailDetail.AttachedFile file) {
        return mails.content(id, file.number());
    }

    /**
     * Has a letter tried now: one that waits for its next try, bounced, or may or may not have arrived.
     *
     * @return false where it moved on meanwhile, and nothing was done
     */
    @Transactional
    public boolean retry(MailId id) {
        return queue(
                "mail.retry", id, "(state IN ('BOUNCED', 'UNKNOWN') OR (state = 'QUEUED' AND claimed_until IS NULL))");
    }

    /**
     * Has a letter sent that was kept while there was no mail server.
     *
     * @return false where it moved on meanwhile, and nothing was done
     * @throws IllegalStateException while there is no mail server
     */
    @Transactional
    public boolean send(MailId id) {
        if (!server.isConfigured()) {
            throw new IllegalStateException("No mail server is configured.");
        }
        return queue("mail.send", id, "state = 'KEPT'");
    }

    /**
     * Stops a letter that has not gone out.
     *
     * @return false where it moved on meanwhile, and nothing was done
     */
    @Transactional
    public boolean cancel(MailId id) {
        int cancelled = jdbc.sql("""
                        UPDATE mail SET state = 'CANCELLED', next_try_at = NULL, claimed_until = NULL, version = version + 1
                        WHERE id = ? AND state IN ('QUEUED', 'KEPT', 'BOUNCED')""").param(id.value()).update();
        if (cancelled == 1) {
            record("mail.cancel", id);
        }
        return cancelled == 1;
    }

    private void record(String action, MailId id) {
        audit.record(action, "mail", Long.toString(id.value()), null);
    }

    private boolean queue(String action, MailId id, String where) {
        int queued = jdbc.sql("""
                        UPDATE mail SET state = 'QUEUED', queued_at = :now, next_try_at = :now, tries_before = tries,
                            claimed_until = NULL, version = version + 1
                        WHERE id = :id AND\s""" + where)
                .param("now", Utc.toColumn(clock.instant()))
                .param("id", id.value())
                .update();
        if (queued == 1) {
            record(action, id);
            bell.ringAfterCommit();
        }
        return queued == 1;
    }
}
