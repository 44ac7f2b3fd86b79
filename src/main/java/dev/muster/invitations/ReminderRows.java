package dev.muster.invitations;

import dev.muster.common.Utc;
import dev.muster.members.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to be reminded, and who was. */
@Repository
class ReminderRows {

    /** Nobody is reminded twice within this time, whatever steps they reach. */
    private static final Duration APART = Duration.ofDays(2);

    /** With so little of it left, a link is not worth a reminder: a new one takes its place. */
    private static final Duration TOO_SHORT = Duration.ofDays(7);

    /**
     * Segment 2 is who may be invited but for those who opted out, and its index has them by the day of their invitation.
     * Whose last letter bounced, waits or was stopped is left alone.
     */
    private static final String DUE = """
            m.segment = 2 AND m.opted_out_at IS NULL AND m.listed_at > :after AND m.listed_at <= :until
                AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.member_id = m.id AND (r.created_at > :lately
                    OR (r.invited_at = m.last_invited_at AND r.step IN (:reached))))
                AND NOT EXISTS (SELECT 1 FROM invitation q WHERE q.member_id = m.id AND q.state = 'QUEUED')
                AND COALESCE((SELECT l.state FROM mail l WHERE l.member_id = m.id
                    AND l.purpose IN ('INVITATION', 'REMINDER') ORDER BY l.id DESC LIMIT 1), 'SENT')
                    IN ('SENT', 'UNKNOWN', 'KEPT')""";

    private static final String LINK = """
            (SELECT MAX(i.id) FROM invitation i WHERE i.member_id = m.id AND i.state = 'OPEN'
                AND i.purpose <> 'CONFIRMATION' AND (i.expires_at IS NULL OR i.expires_at > :enough))""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReminderRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Somebody to remind.
     *
     * @param link the invitation whose link works long enough; null where none does
     */
    record Due(Invitee reader, Instant invitedAt, @Nullable InvitationId link) {}

    /**
     * Whom one step is about.
     *
     * @param after whoever was invited by then was dealt with
     */
    record Span(ReminderStep step, Instant after, Instant until) {}

    /** Returns the steps that are switched on, with the moment up to which each was dealt with. */
    Map<ReminderStep, Instant> steps() {
        var steps = new EnumMap<ReminderStep, Instant>(ReminderStep.class);
        jdbc.sql("SELECT step, reminded_until FROM reminder_step").query(row -> {
            steps.put(
                    ReminderStep.valueOf(row.getString("step")),
                    Objects.requireNonNull(Utc.fromColumn(row, "reminded_until")));
        });
        return steps;
    }

    void switchOn(ReminderStep step, Instant remindedUntil) {
        jdbc.sql("INSERT INTO reminder_step (step, reminded_until) VALUES (?, ?)")
                .params(step.name(), Utc.toColumn(remindedUntil))
                .update();
    }

    void switchOff(ReminderStep step) {
        jdbc.sql("DELETE FROM reminder_step WHERE step = ?").param(step.name()).update();
    }

    /** Notes that everybody who reached {@code step} by {@code now} was dealt with; not where it was switched since. */
    void dealtWith(ReminderStep step, Instant before, Instant now) {
        jdbc.sql("UPDATE reminder_step SET reminded_until = ? WHERE step = ? AND reminded_until = ?")
                .params(Utc.toColumn(now), step.name(), Utc.toColumn(before))
                .update();
    }

    long count(Span span, Instant now) {
        return bound("SELECT COUNT(*) FROM member m WHERE " + DUE, span, now)
                .query(Long.class)
                .single();
    }

    /**
     * Returns those to remind who were invited first, at most {@code limit}.
     *
     * @param from whoever was invited before was dealt with since
     */
    List<Due> due(Span span, Instant from, Instant now, int limit) {
        return bound(
                        "SELECT m.id, m.name, m.email, m.email_key, m.company, m.last_invited_at, " + LINK
                                + " AS link FROM member m WHERE " + DUE
                                + " AND m.listed_at >= :from ORDER BY m.listed_at, m.id LIMIT " + limit,
                        span,
                        now)
                .param("from", Utc.toColumn(from))
                .param("enough", Utc.toColumn(now.plus(TOO_SHORT)))
                .query((row, _) -> {
                    Long link = row.getObject("link", Long.class);
                    return new Due(
                            InvitationRows.invitee(row),
                            Objects.requireNonNull(Utc.fromColumn(row, "last_invited_at")),
                            link == null ? null : new InvitationId(link));
                })
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Span span, Instant now) {
        return jdbc.sql(sql)
                .param("after", Utc.toColumn(span.after()))
                .param("until", Utc.toColumn(span.until()))
                .param("lately", Utc.toColumn(now.minus(APART)))
                .param("reached", fromOn(span.step()));
    }

    /** Whoever has had a later step needs no earlier one. */
    private static List<String> fromOn(ReminderStep step) {
        return Arrays.stream(ReminderStep.values())
                .filter(each -> each.compareTo(step) >= 0)
                .map(Enum::name)
                .toList();
    }

    /** Notes that {@code people} are reminded; fails where one of them was already. */
    void note(ReminderStep step, List<Due> people, Instant now) {
        batches.batchUpdate(
                "INSERT INTO reminder (member_id, invited_at, step, created_at) VALUES (?, ?, ?, ?)",
                people,
                people.size(),
                (row, due) -> {
                    row.setLong(1, due.reader().id().value());
                    row.setObject(2, Utc.toColumn(due.invitedAt()));
                    row.setString(3, step.name());
                    row.setObject(4, Utc.toColumn(now));
                });
    }

    static List<MemberId> members(List<Due> people) {
        return people.stream().map(due -> due.reader().id()).toList();
    }
}
