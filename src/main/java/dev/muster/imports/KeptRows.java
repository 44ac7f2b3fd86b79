package dev.muster.imports;

import dev.muster.common.LikePattern;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.Places.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads what undos left as it was. */
@Repository
class KeptRows {

    private static final String FOUND = """
             FROM import_undo_kept k LEFT JOIN member m ON m.id = k.member_id
            WHERE k.run_id = ? AND k.line BETWEEN ? AND ? AND (? IS NULL OR k.reason = ?)
                AND LOWER(CONCAT(COALESCE(m.name, k.name, ''), ' ', COALESCE(m.email, k.email, ''))) LIKE ? ESCAPE '!'""";

    private final JdbcTemplate jdbc;
    private final ImportChunks chunks;
    private final CountedChunks counted;
    private final KeptCounts reasons;

    KeptRows(JdbcTemplate jdbc, ImportChunks chunks, CountedChunks counted, KeptCounts reasons) {
        this.jdbc = jdbc;
        this.chunks = chunks;
        this.counted = counted;
        this.reasons = reasons;
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
        var page = new ArrayList<Row>();
        for (Stretch stretch : places(run, filter).page(offset, limit)) {
            page.addAll(jdbc.query(
                    "SELECT k.line, k.subject, k.reason, k.detail, m.id, COALESCE(m.name, k.name, '') AS shown_name,"
                            + " COALESCE(m.email, k.email, '') AS shown_email" + FOUND
                            + " ORDER BY k.line, k.member_id, k.subject LIMIT " + stretch.rows() + " OFFSET "
                            + stretch.from(),
                    (row, _) -> row(row),
                    arguments(run, filter, stretch.chunk())));
        }
        return page;
    }

    long count(ImportId run, KeptFilter filter) {
        return places(run, filter).total();
    }

    /** Returns how many there are for each reason. */
    Map<KeptReason, Long> counts(ImportId run) {
        var counts = new EnumMap<KeptReason, Long>(KeptReason.class);
        reasons.of(run, takenBack(run))
                .values()
                .forEach(chunk -> chunk.forEach((reason, rows) -> counts.merge(reason, (long) rows, Long::sum)));
        return counts;
    }

    private Places places(ImportId run, KeptFilter filter) {
        List<ChunkSummary> all = takenBack(run);
        if (!WhiteSpace.isBlank(filter.search())) {
            return counted.of(
                    run,
                    filter,
                    all,
                    some -> some.stream()
                            .map(chunk -> count(run, filter, chunk))
                            .toList());
        }
        Map<Integer, Map<KeptReason, Integer>> counts = reasons.of(run, all);
        return Places.of(
                all,
                chunk -> counts.getOrDefault(chunk.chunk(), Map.of()).entrySet().stream()
                        .filter(count -> filter.reason() == null || count.getKey() == filter.reason())
                        .mapToInt(Map.Entry::getValue)
                        .sum());
    }

    private int count(ImportId run, KeptFilter filter, ChunkSummary chunk) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COUNT(*)" + FOUND, Integer.class, arguments(run, filter, chunk)));
    }

    /** Returns the chunks of the import that {@code run} has taken back so far: each thing it kept is on a line of one. */
    private List<ChunkSummary> takenBack(ImportId run) {
        return jdbc.query("""
                        SELECT u.import_id, r.last_chunk FROM import_undo u JOIN import_run r ON r.id = u.run_id
                        WHERE u.run_id = ?""", (row, _) -> new Done(new ImportId(row.getLong(1)), row.getInt(2)), run.value()).stream()
                .flatMap(done -> chunks.of(done.importId()).stream().filter(chunk -> chunk.chunk() <= done.lastChunk()))
                .toList();
    }

    private record Done(ImportId importId, int lastChunk) {}

    private static @Nullable Object[] arguments(ImportId run, KeptFilter filter, ChunkSummary chunk) {
        String reason = filter.reason() == null ? null : filter.reason().name();
        return new @Nullable Object[] {
            run.value(), chunk.firstLine(), chunk.lastLine(), reason, reason, LikePattern.containing(filter.search())
        };
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
