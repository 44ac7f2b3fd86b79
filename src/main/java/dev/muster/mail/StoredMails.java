package dev.muster.mail;

import dev.muster.common.LikePattern;
import dev.muster.common.Utc;
import dev.muster.security.OtherSecretException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads letters for the Outbox page. */
@Repository
class StoredMails {

    private static final String ROW = "id, to_name, to_address, subject, state, tries, next_try_at";
    private static final String FOUND = """
            (LOWER(to_address) LIKE :search ESCAPE '!' OR LOWER(to_name) LIKE :search ESCAPE '!'
                OR LOWER(subject) LIKE :search ESCAPE '!')""";

    private final JdbcClient jdbc;
    private final LetterSeal seal;
    private final LetterAccess access;
    private final FilledLinks links;

    StoredMails(JdbcClient jdbc, LetterSeal seal, LetterAccess access, FilledLinks links) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.access = access;
        this.links = links;
    }

    /** Finds the letters of a page by what an index knows of them, where it can, before it reads them. */
    List<MailRow> page(MailQuery query, int offset, int limit) {
        String direction = query.descending() ? " DESC" : "";
        String order = query.sort() == MailQuery.Sort.WRITTEN
                ? "id" + direction
                : query.sort().column() + direction + ", id DESC";
        return jdbc.sql("SELECT " + ROW + " FROM mail JOIN (SELECT id AS found FROM mail" + where(query) + " ORDER BY "
                        + order + " LIMIT :limit OFFSET :offset) page ON page.found = mail.id ORDER BY " + order)
                .param(
                        "states",
                        query.segment().states().stream().map(Enum::name).toList())
                .param("search", LikePattern.containing(query.search()))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> row(row))
                .list();
    }

    private static String where(MailQuery query) {
        var conditions = new ArrayList<String>();
        if (query.segment() != MailSegment.ALL) {
            conditions.add("state IN (:states)");
        }
        if (!query.search().isBlank()) {
            conditions.add(FOUND);
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Map<MailSegment, Long> counts(String search) {
        var counts = new EnumMap<MailSegment, Long>(MailSegment.class);
        jdbc.sql("SELECT state, COUNT(*) AS letters FROM mail" + (search.isBlank() ? "" : " WHERE " + FOUND)
                        + " GROUP BY state")
                .param("search", LikePattern.containing(search))
                .query(row -> {
                    long letters = row.getLong("letters");
                    counts.merge(MailSegment.ALL, letters, Long::sum);
                    counts.merge(MailSegment.of(MailState.valueOf(row.getString("state"))), letters, Long::sum);
                });
        return counts;
    }

    Optional<MailRow> row(MailId id) {
        return jdbc.sql("SELECT " + ROW + " FROM mail WHERE id = ?")
                .param(id.value())
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<MailDetail> find(MailId id) {
        List<MailDetail.Try> tries = tries(id);
        List<MailDetail.AttachedFile> attachments = attachments(id);
        return jdbc.sql(
                        "SELECT " + ROW
                                + ", purpose, created_at, text_body, html_body, member_id, invitation_id FROM mail WHERE id = ?")
                .param(id.value())
                .query((row, _) -> new MailDetail(
                        row(row),
                        Objects.requireNonNull(Utc.fromColumn(row, "created_at"), "created_at"),
                        body(id, row),
                        tries,
                        attachments))
                .optional();
    }

    /** Returns the letters to a member, the newest first. */
    List<MemberMail> of(long member) {
        return jdbc.sql("""
                        SELECT id, subject, state, created_at, sent_at, server_reply, invitation_id
                        FROM mail WHERE member_id = ? ORDER BY id DESC LIMIT 200""")
                .param(member)
                .query((row, _) -> new MemberMail(
                        new MailId(row.getLong("id")),
                        row.getString("subject"),
                        MailState.valueOf(row.getString("state")),
                        row.getObject("invitation_id") != null,
                        Objects.requireNonNull(Utc.fromColumn(row, "created_at"), "created_at"),
                        Utc.fromColumn(row, "sent_at"),
                        row.getString("server_reply")))
                .list();
    }

    Optional<InputStream> content(MailId id, int number) {
        return jdbc.sql("SELECT content FROM mail_attachment WHERE mail_id = ? AND seq = ?")
                .params(id.value(), number)
                .query((row, _) -> (InputStream) new ByteArrayInputStream(row.getBytes("content")))
                .optional();
    }

    private MailDetail.@Nullable Body body(MailId id, ResultSet row) throws SQLException {
        var purpose = Letter.Purpose.valueOf(row.getString("purpose"));
        if (!access.opens(id, purpose, row.getString("subject"))) {
            return null;
        }
        try {
            Addressee addressee = FilledLinks.addressee(row).orElse(null);
            return new MailDetail.Body(
                    links.fill(seal.opened(purpose, row.getString("text_body")), addressee),
                    links.fill(seal.opened(purpose, row.getString("html_body")), addressee));
        } catch (OtherSecretException e) {
            return null; // nobody can read it any more
        }
    }

    private List<MailDetail.Try> tries(MailId id) {
        return jdbc.sql("SELECT tried_at, state, server_reply FROM mail_try WHERE mail_id = ? ORDER BY seq")
                .param(id.value())
                .query((row, _) -> new MailDetail.Try(
                        Objects.requireNonNull(Utc.fromColumn(row, "tried_at"), "tried_at"),
                        MailState.valueOf(row.getString("state")),
                        row.getString("server_reply")))
                .list();
    }

    private List<MailDetail.AttachedFile> attachments(MailId id) {
        return jdbc.sql("""
                        SELECT seq, file_name, content_type, OCTET_LENGTH(content) AS bytes
                        FROM mail_attachment WHERE mail_id = ? ORDER BY seq""")
                .param(id.value())
                .query((row, _) -> new MailDetail.AttachedFile(
                        row.getInt("seq"),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("bytes")))
                .list();
    }

    private static MailRow row(ResultSet row) throws SQLException {
        return new MailRow(
                new MailId(row.getLong("id")),
                row.getString("to_name"),
                row.getString("to_address"),
                row.getString("subject"),
                MailState.valueOf(row.getString("state")),
                row.getInt("tries"),
                Utc.fromColumn(row, "next_try_at"));
    }
}
