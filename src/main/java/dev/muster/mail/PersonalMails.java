package dev.muster.mail;

import dev.muster.common.ForcedIndex;
import dev.muster.common.Utc;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of letters to members, written by the hundred. */
@Repository
class PersonalMails {

    private static final String OF_MEMBER = ForcedIndex.named("mail_of_member");

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final MailNumbers numbers;
    private final MessageIds messageIds;
    private final Clock clock;

    PersonalMails(JdbcTemplate jdbc, JdbcClient client, MailNumbers numbers, MessageIds messageIds, Clock clock) {
        this.jdbc = jdbc;
        this.client = client;
        this.numbers = numbers;
        this.messageIds = messageIds;
        this.clock = clock;
    }

    private record Row(MailId id, PersonalLetter letter) {}

    /** Writes {@code letters}, in one statement, and returns their ids in the same order. */
    List<MailId> insert(List<PersonalLetter> letters, MailState state) {
        List<Row> rows = new ArrayList<>(letters.size());
        letters.forEach(letter -> rows.add(new Row(numbers.next(), letter)));
        var now = Utc.toColumn(clock.instant());
        var due = state == MailState.QUEUED ? now : null;
        String host = messageIds.host();
        jdbc.batchUpdate("""
                INSERT INTO mail (id, version, message_id, purpose, from_name, reply_to, to_name, to_address, subject,
                    text_body, html_body, state, tries, tries_before, created_at, queued_at, next_try_at, member_id,
                    invitation_id)
                VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?)""", rows, rows.size() + 1, (row, mail) -> {
            Letter letter = mail.letter().letter();
            row.setLong(1, mail.id().value());
            row.setString(2, messageIds.of(mail.id(), host));
            row.setString(3, letter.purpose().name());
            row.setString(4, mail.letter().fromName());
            row.setString(5, mail.letter().replyTo());
            row.setString(6, letter.toName());
            row.setString(7, Mails.deliverable(letter.to()));
            row.setString(8, letter.subject());
            row.setString(9, letter.textBody());
            row.setString(10, letter.htmlBody());
            row.setString(11, state.name());
            row.setObject(12, now);
            row.setObject(13, due);
            row.setObject(14, due);
            row.setLong(15, mail.letter().addressee().member());
            row.setLong(16, mail.letter().addressee().invitation());
        });
        return rows.stream().map(Row::id).toList();
    }

    /** Cancels what has not gone out to {@code members}; a letter that is going out right now arrives. */
    void cancel(Collection<Long> members, String reason) {
        if (!members.isEmpty()) {
            client.sql("""
                            UPDATE mail%s SET state = 'CANCELLED', next_try_at = NULL, claimed_until = NULL,
                                server_reply = :reason, version = version + 1
                            WHERE member_id IN (:members) AND state IN ('QUEUED', 'KEPT')""".formatted(OF_MEMBER))
                    .param("reason", reason)
                    .param("members", members)
                    .update();
        }
    }

    /** Cancels those of {@code letters} that have not gone out; one that is going out right now arrives. */
    void cancelLetters(Collection<MailId> letters, String reason) {
        if (!letters.isEmpty()) {
            // Written out: H2 goes through a list of parameters from its start, for each row.
            String ids = letters.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
            jdbc.update("""
                    UPDATE mail%s SET state = 'CANCELLED', next_try_at = NULL, claimed_until = NULL, server_reply = ?,
                        version = version + 1
                    WHERE state IN ('QUEUED', 'KEPT') AND id IN (%s)""".formatted(ForcedIndex.PRIMARY, ids), reason);
        }
    }
}
