package dev.muster.invitations;

import dev.muster.common.Utc;
import dev.muster.mail.MailId;
import dev.muster.mail.MemberMail;
import dev.muster.mail.OutboxDesk;
import dev.muster.members.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known about the invitation of one contact. */
@Service
@PreAuthorize("hasRole('MANAGER')")
public class InvitationFile {

    private final JdbcClient jdbc;
    private final InvitationLinks links;
    private final OutboxDesk outbox;
    private final Clock clock;

    InvitationFile(JdbcClient jdbc, InvitationLinks links, OutboxDesk outbox, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Open(InvitationId id, @Nullable Instant until) {}

    /** Returns how the invitation of {@code member} stands; empty where it has joined or is gone. */
    @Transactional(readOnly = true)
    public Optional<InvitationStanding> find(MemberId member) {
        @Nullable Open open = open(member);
        @Nullable MemberMail mail = letter(member);
        return jdbc.sql("""
                        SELECT email, last_invited_at, archived_at, locked_at, opted_out_at
                        FROM member WHERE id = ? AND joined_at IS NULL""")
                .param(member.value())
                .query((row, _) -> new InvitationStanding(
                        row.getString("email"),
                        Utc.fromColumn(row, "last_invited_at"),
                        mail,
                        open == null ? null : links.toJoin(open.id()),
                        open == null ? null : open.until(),
                        barrier(row)))
                .optional();
    }

    private @Nullable Open open(MemberId member) {
        return jdbc.sql("""
                        SELECT id, expires_at FROM invitation
                        WHERE member_id = ? AND state IN ('QUEUED', 'OPEN') AND purpose <> 'CONFIRMATION'
                            AND (expires_at IS NULL OR expires_at > ?)
                        ORDER BY id DESC LIMIT 1""")
                .params(member.value(), Utc.toColumn(clock.instant()))
                .query((row, _) -> new Open(new InvitationId(row.getLong("id")), Utc.fromColumn(row, "expires_at")))
                .optional()
                .orElse(null);
    }

    /** Returns the letter of the newest invitation, which need not be the newest letter; null while it has none. */
    private @Nullable MemberMail letter(MemberId member) {
        Optional<MailId> letter =
                jdbc
                        .sql("""
                                SELECT mail_id FROM invitation WHERE member_id = ? AND purpose <> 'CONFIRMATION'
                                ORDER BY id DESC LIMIT 1""")
                        .param(member.value())
                        .query((row, _) -> row.getObject("mail_id", Long.class))
                        .list()
                        .stream()
                        .filter(Objects::nonNull)
                        .map(MailId::new)
                        .findFirst();
        return letter.flatMap(id -> outbox.of(member.value()).stream()
                        .filter(mail -> mail.id().equals(id))
                        .findFirst())
                .orElse(null);
    }

    private static String barrier(ResultSet row) throws SQLException {
        for (String fact : new String[] {"opted_out", "archived", "locked"}) {
            if (row.getObject(fact + "_at") != null) {
                return "invitations.barrier." + fact;
            }
        }
        return "";
    }
}
