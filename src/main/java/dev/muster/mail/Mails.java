package dev.muster.mail;

import dev.muster.common.EmailAddress;
import dev.muster.common.Utc;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of letters as they are written. */
@Repository
class Mails {

    private final JdbcClient jdbc;
    private final MailNumbers numbers;
    private final MessageIds messageIds;
    private final LetterSeal seal;
    private final Clock clock;

    Mails(JdbcClient jdbc, MailNumbers numbers, MessageIds messageIds, LetterSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.messageIds = messageIds;
        this.seal = seal;
        this.clock = clock;
    }

    /** Writes {@code letter} with its attachments; a queued one is due at once. */
    MailId insert(Letter letter, MailState state) {
        MailId id = numbers.next();
        var now = Utc.toColumn(clock.instant());
        var due = state == MailState.QUEUED ? now : null;
        jdbc.sql("""
                        INSERT INTO mail (id, version, message_id, purpose, to_name, to_address, subject, text_body,
                            html_body, state, tries, tries_before, created_at, queued_at, next_try_at)
                        VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?)""")
                .param(id.value())
                .param(messageIds.of(id))
                .param(letter.purpose().name())
                .param(letter.toName())
                .param(deliverable(letter.to()))
                .param(letter.subject())
                .param(seal.stored(letter.purpose(), letter.textBody()))
                .param(seal.stored(letter.purpose(), letter.htmlBody()))
                .param(state.name())
                .param(now)
                .param(due)
                .param(due)
                .update();
        insertAttachments(id, letter.attachments());
        return id;
    }

    /** The part before the at sign belongs to its server, which may mind the case; the domain must be ASCII. */
    static String deliverable(EmailAddress address) {
        return address.shown().substring(0, address.shown().lastIndexOf('@'))
                + address.key().substring(address.key().lastIndexOf('@'));
    }

    private void insertAttachments(MailId id, List<Letter.Attachment> attachments) {
        int seq = 1;
        for (var attachment : attachments) {
            jdbc.sql("""
                            INSERT INTO mail_attachment (mail_id, seq, file_name, content_type, content)
                            VALUES (?, ?, ?, ?, ?)""")
                    .params(
                            id.value(),
                            seq++,
                            attachment.fileName(),
                            attachment.contentType(),
                            attachment.content().getBytes(StandardCharsets.UTF_8))
                    .update();
        }
    }
}
