package dev.muster.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whole letters, one at a time: with their attachments they are too big for a list. */
@Repository
class OutgoingLetters {

    private final JdbcClient jdbc;
    private final LetterSeal seal;
    private final FilledLinks links;

    OutgoingLetters(JdbcClient jdbc, LetterSeal seal, FilledLinks links) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.links = links;
    }

    /** Returns the letter {@code id}, which must be queued. */
    OutgoingLetter read(MailId id) {
        List<StoredAttachment> attachments = jdbc.sql(
                        "SELECT file_name, content_type, content FROM mail_attachment WHERE mail_id = ? ORDER BY seq")
                .param(id.value())
                .query((row, _) -> new StoredAttachment(
                        row.getString("file_name"), row.getString("content_type"), row.getBytes("content")))
                .list();
        return jdbc.sql("""
                        SELECT message_id, purpose, to_name, to_address, subject, text_body, html_body, tries,
                            tries_before, from_name, reply_to, member_id, invitation_id
                        FROM mail WHERE id = ?""")
                .param(id.value())
                .query((row, _) -> letter(id, row, attachments))
                .single();
    }

    private OutgoingLetter letter(MailId id, ResultSet row, List<StoredAttachment> attachments) throws SQLException {
        var purpose = Letter.Purpose.valueOf(row.getString("purpose"));
        Addressee addressee = FilledLinks.addressee(row).orElse(null);
        return new OutgoingLetter(
                id,
                row.getString("message_id"),
                purpose,
                new OutgoingLetter.Recipient(row.getString("to_name"), row.getString("to_address")),
                row.getString("subject"),
                links.fill(seal.opened(purpose, row.getString("text_body")), addressee),
                links.fill(seal.opened(purpose, row.getString("html_body")), addressee),
                attachments,
                row.getInt("tries"),
                row.getInt("tries_before"),
                addressee == null ? null : personal(addressee, row));
    }

    private OutgoingLetter.Personal personal(Addressee addressee, ResultSet row) throws SQLException {
        return new OutgoingLetter.Personal(
                addressee,
                Objects.requireNonNullElse(row.getString("from_name"), ""),
                Objects.requireNonNullElse(row.getString("reply_to"), ""),
                links.optOut(addressee));
    }
}
