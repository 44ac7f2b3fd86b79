package dev.muster.invitations;

import dev.muster.common.Utc;
import dev.muster.members.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the people whom an import brought, or who came into a group by imports, are on their way. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class Funnels {

    /** Letters and links are looked up only for who was invited: after most imports that is nobody yet. */
    private static final String COUNTS = """
            SELECT COUNT(*) AS imported, COUNT(m.first_invited_at) AS invited, COUNT(m.joined_at) AS joined,
                COALESCE(SUM(CASE WHEN m.first_invited_at IS NOT NULL AND EXISTS (
                    SELECT 1 FROM mail l WHERE l.member_id = m.id AND l.invitation_id IS NOT NULL AND l.state = 'SENT')
                    THEN 1 ELSE 0 END), 0) AS delivered,
                COALESCE(SUM(CASE WHEN EXISTS (
                    SELECT 1 FROM invitation i WHERE i.member_id = m.id AND i.opened_at IS NOT NULL)
                    THEN 1 ELSE 0 END), 0) AS opened
            FROM %s AND m.archived_at IS NULL AND m.locked_at IS NULL""";

    /** Clocks of two nodes differ. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    Funnels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Span(Instant from, Instant to) {}

    /** Returns how far those whom import {@code importId} created have come. */
    @Transactional(readOnly = true)
    public Funnel ofImport(long importId) {
        // The import's table belongs to another feature; when it ran is all that is asked of it, for the sake of an
        // index: one of the import alone would cost each imported row.
        Span span = jdbc.sql("SELECT created_at, finished_at FROM import_run WHERE id = ?")
                .param(importId)
                .query((row, _) -> {
                    Instant from = Objects.requireNonNull(Utc.fromColumn(row, "created_at"));
                    return new Span(from, Objects.requireNonNullElse(Utc.fromColumn(row, "finished_at"), from));
                })
                .optional()
                .orElse(new Span(Instant.EPOCH, Instant.EPOCH));
        String members = "member m WHERE m.import_id = :import AND m.source = 'CSV_IMPORT'"
                + " AND m.created_at BETWEEN :from AND :to";
        return read(jdbc.sql(COUNTS.formatted(members))
                .param("import", importId)
                .param("from", Utc.toColumn(span.from().minus(MARGIN)))
                .param("to", Utc.toColumn(span.to().plus(MARGIN))));
    }

    /** Returns how far those in {@code group}, effective or pending, have come whom any import created. */
    @Transactional(readOnly = true)
    public Funnel ofGroup(GroupId group) {
        String members = "membership ms JOIN member m ON m.id = ms.member_id"
                + " WHERE ms.group_id = :group AND m.source = 'CSV_IMPORT'";
        return read(jdbc.sql(COUNTS.formatted(members)).param("group", group.value()));
    }

    private static Funnel read(JdbcClient.StatementSpec counts) {
        return counts.query((row, _) -> new Funnel(
                        row.getLong("imported"),
                        row.getLong("invited"),
                        row.getLong("delivered"),
                        row.getLong("opened"),
                        row.getLong("joined")))
                .single();
    }
}
