package dev.muster.security;

import dev.muster.common.LikePattern;
import dev.muster.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the audit log, the newest entries first. */
@Repository
class AuditRows {

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditEntry> page(AuditQuery query, AuditPages pages, int offset, int limit) {
        if (pages.newest() == null) {
            pages.beginAt(newest());
        }
        var start = pages.startFor(offset);
        var parameters = new HashMap<String, @Nullable Object>();
        List<String> conditions = conditions(query, parameters);
        conditions.add("id <= :newest");
        parameters.put("newest", pages.newest());
        if (start.after() != null) {
            conditions.add("happened_at <= :at AND (happened_at < :at OR id < :id)");
            parameters.put("at", start.after().at());
            parameters.put("id", start.after().id());
        }
        parameters.put("limit", limit);
        parameters.put("skip", start.skip());
        var last = new AuditPages.Mark[1];
        List<AuditEntry> entries = jdbc.sql("""
                        SELECT id, happened_at, actor, action, object_type, object_id, detail FROM audit_entry
                        WHERE %s ORDER BY happened_at DESC, id DESC LIMIT :limit OFFSET :skip""".formatted(String.join(" AND ", conditions)))
                .params(parameters)
                .query((row, _) -> {
                    last[0] = new AuditPages.Mark(row.getObject("happened_at", LocalDateTime.class), row.getLong("id"));
                    return entry(row);
                })
                .list();
        if (entries.size() == limit) {
            pages.remember(offset + limit, last[0]);
        }
        return entries;
    }

    List<String> actions() {
        return jdbc.sql("SELECT DISTINCT action FROM audit_entry ORDER BY action")
                .query((row, _) -> row.getString("action"))
                .list();
    }

    private long newest() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM audit_entry")
                .query(Long.class)
                .single();
    }

    private static List<String> conditions(AuditQuery query, Map<String, @Nullable Object> parameters) {
        var conditions = new ArrayList<String>();
        if (query.who() != null) {
            conditions.add("account_id = :who");
            parameters.put("who", query.who().value());
        }
        if (query.action() != null) {
            conditions.add("action = :action");
            parameters.put("action", query.action());
        }
        if (query.from() != null) {
            conditions.add("happened_at >= :from");
            parameters.put("from", Utc.toColumn(query.from()));
        }
        if (query.until() != null) {
            conditions.add("happened_at < :until");
            parameters.put("until", Utc.toColumn(query.until()));
        }
        if (!query.search().isBlank()) {
            conditions.add("""
                    (LOWER(actor) LIKE :search ESCAPE '!' OR LOWER(detail) LIKE :search ESCAPE '!'
                        OR LOWER(action) LIKE :search ESCAPE '!' OR object_id = :text)""");
            parameters.put("search", LikePattern.containing(query.search()));
            parameters.put("text", query.search().strip());
        }
        return conditions;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(Utc.fromColumn(row, "happened_at"), "happened_at");
        return new AuditEntry(
                row.getLong("id"),
                at,
                row.getString("actor"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                AuditDetail.of(row.getString("detail")));
    }
}
