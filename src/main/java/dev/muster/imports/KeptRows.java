package dev.muster.imports;

import dev.muster.common.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads what undos left as it was. */
@Repository
class KeptRows {

    private static final String FROM = """
             FROM import_undo_kept k LEFT JOIN member m ON m.id = k.member_id
            WHERE k.run_id = ? AND (? IS NULL OR k.reason = ?)
                AND LOWER(CONCAT(COALESCE(m.name, k.name, ''), ' ', COALESCE(m.email, k.email, ''))) LIKE ? ESCAPE '!'""";

    private final JdbcTemplate jdbc;

    KeptRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row; {@code member} is 0 where the member is gone. */
    record Row(
            long line,
            long member,
            String name,
            String email,
            String subject,
            KeptReason reason,
            Leftover.@Nullable Values values) {}

    /** Returns them in the file's order. */
    List<Row> page(ImportId run, KeptFilter filter, int offset, int limit) {
        return jdbc.query(
                "SELECT k.line, k.subject, k.reason, k.detail, m.id, COALESCE(m.name, k.name, '') AS shown_name,"
                        + " COALESCE(m.email, k.email, '') AS shown_email" + FROM
                        + " ORDER BY k.line, k.member_id, k.subject LIMIT " + limit + " OFFSET " + offset,
                (row, _) -> row(row),
                arguments(run, filter));
    }

    long count(ImportId run, KeptFilter filter) {
        Long count = jdbc.queryForObject("SELECT COUNT(*)" + FROM, Long.class, arguments(run, filter));
        return count == null ? 0 : count;
    }

    /** Returns how many there are for each reason. */
    Map<KeptReason, Long> counts(ImportId run) {
        var counts = new EnumMap<KeptReason, Long>(KeptReason.class);
        jdbc.query(
                "SELECT reason, COUNT(*) FROM import_undo_kept WHERE run_id = ? GROUP BY reason",
                row -> {
                    counts.put(KeptReason.valueOf(row.getString(1)), row.getLong(2));
                },
                run.value());
        return counts;
    }

    private static @Nullable Object[] arguments(ImportId run, KeptFilter filter) {
        String reason = filter.reason() == null ? null : filter.reason().name();
        return new @Nullable Object[] {run.value(), reason, reason, LikePattern.containing(filter.search())};
    }

    private static Row row(ResultSet row) throws SQLException {
        String detail = row.getString("detail");
        return new Row(
                row.getLong("line"),
                row.getLong("id"),
                row.getString("shown_name"),
                row.getString("shown_email"),
                row.getString("subject"),
                KeptReason.valueOf(row.getString("reason")),
                detail == null ? null : Leftover.Values.ofDocument(detail));
    }
}
