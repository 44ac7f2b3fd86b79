package dev.muster.imports;

import dev.muster.common.Json;
import dev.muster.common.Utc;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.CountedChunks.Counter;
import dev.muster.imports.Places.Stretch;
import dev.muster.security.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rejected rows of imports as they were put right; those that an import took since are not among them. */
@Repository
class Corrections {

    private static final int PAGE = 500;

    /** An import that was taken back, or ended before its first row, has imported nothing. */
    private static final String IS_OPEN =
            "n.id IS NULL OR n.state = 'UNDONE' OR (n.state IN ('CANCELLED', 'FAILED') AND n.processed = 0)";

    private static final String OPEN = """
            FROM import_rejected_row r
            LEFT JOIN import_correction c ON c.import_id = r.import_id AND c.line = r.line
            LEFT JOIN import_run n ON n.id = c.imported_in
            WHERE r.import_id = :import AND (""" + IS_OPEN + ")";

    private static final String AS_IT_WAS = ":search = '' OR LOCATE(LOWER(:search), LOWER(r.cells)) > 0";

    private static final String AS_CORRECTED = "LOCATE(LOWER(:search), LOWER(c.cells)) > 0";

    private static final String WITH_MESSAGE = " AND (:message = '' OR EXISTS (SELECT 1 FROM import_issue i"
            + " WHERE i.import_id = r.import_id AND i.line = r.line AND i.message_key = :message))";

    private static final String FOUND = OPEN + " AND (" + AS_IT_WAS + " OR " + AS_CORRECTED + ")" + WITH_MESSAGE;

    private static final String SELECT =
            "SELECT r.line, COALESCE(c.cells, r.cells) AS now_cells, c.line AS corrected, c.ready ";

    private final JdbcClient jdbc;
    private final ImportChunks chunks;
    private final CountedChunks counted;
    private final Clock clock;

    Corrections(JdbcClient jdbc, ImportChunks chunks, CountedChunks counted, Clock clock) {
        this.jdbc = jdbc;
        this.chunks = chunks;
        this.counted = counted;
        this.clock = clock;
    }

    /** A rejected row, with the cells of its correction where there is one. */
    record OpenRow(long line, List<String> cells, boolean isCorrected, boolean isReady) {}

    List<OpenRow> page(ImportId id, RowFilter filter, int offset, int limit) {
        var page = new ArrayList<OpenRow>();
        for (Stretch stretch : places(id, filter).page(offset, limit)) {
            page.addAll(found(
                            SELECT + FOUND + " AND r.line BETWEEN :first AND :last ORDER BY r.line LIMIT :limit"
                                    + " OFFSET :offset",
                            id,
                            filter)
                    .param("first", stretch.chunk().firstLine())
                    .param("last", stretch.chunk().lastLine())
                    .param("limit", stretch.rows())
                    .param("offset", stretch.from())
                    .query(Corrections::row)
                    .list());
        }
        return page;
    }

    long count(ImportId id, RowFilter filter) {
        return places(id, filter).total();
    }

    /** Where the rows lie: what each chunk has of the rejected ones, and what the corrections, few of many, change. */
    private Places places(ImportId id, RowFilter filter) {
        List<ChunkSummary> all = chunks.of(id);
        Places rejected = isCounted(filter)
                ? Places.of(all, chunk -> chunk.rejected(filter.messageKey()))
                : counted.lasting(
                        id, new Rejected(filter), all, Counter.ofLines((from, to) -> rejected(id, filter, from, to)));
        return rejected.with(changes(id, filter));
    }

    /** The list of all rejected rows that a filter means, corrected or not. */
    private record Rejected(RowFilter filter) {}

    /** Tells whether the chunks say how many rejected rows there are: whatever has an error was rejected. */
    private static boolean isCounted(RowFilter filter) {
        return WhiteSpace.isBlank(filter.search())
                && (filter.messageKey() == null
                        || Issue.Kind.ofMessageKey(filter.messageKey()).severity() == Severity.ERROR);
    }

    private Lines rejected(ImportId id, RowFilter filter, long from, long to) {
        return new Lines(found(
                        "SELECT r.line FROM import_rejected_row r WHERE r.import_id = :import"
                                + " AND r.line BETWEEN :first AND :last AND (" + AS_IT_WAS + ")" + WITH_MESSAGE,
                        id,
                        filter)
                .param("first", from)
                .param("last", to)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /** Returns by how much there are more rows or fewer on a line than the file had, for the corrections. */
    private Map<Long, Integer> changes(ImportId id, RowFilter filter) {
        var changes = new HashMap<Long, Integer>();
        found(
                        "SELECT c.line, CASE WHEN " + AS_IT_WAS + " THEN 1 ELSE 0 END AS was,"
                                + " CASE WHEN (" + IS_OPEN + ") AND (" + AS_IT_WAS + " OR " + AS_CORRECTED
                                + ") THEN 1 ELSE 0 END AS is_now FROM import_correction c"
                                + " JOIN import_rejected_row r ON r.import_id = c.import_id AND r.line = c.line"
                                + " LEFT JOIN import_run n ON n.id = c.imported_in WHERE c.import_id = :import"
                                + WITH_MESSAGE,
                        id,
                        filter)
                .query(row -> {
                    changes.put(row.getLong("line"), row.getInt("is_now") - row.getInt("was"));
                });
        return changes;
    }

    /** Returns the first row after {@code line}. */
    Optional<OpenRow> after(ImportId id, RowFilter filter, long line) {
        return found(SELECT + FOUND + " AND r.line > :line ORDER BY r.line LIMIT 1", id, filter)
                .param("line", line)
                .query(Corrections::row)
                .optional();
    }

    Optional<OpenRow> find(ImportId id, long line) {
        return jdbc.sql(SELECT + OPEN + " AND r.line = :line")
                .param("import", id.value())
                .param("line", line)
                .query(Corrections::row)
                .optional();
    }

    /** Returns the cells with which a row was imported; empty where it was not. */
    Optional<List<String>> importedCells(ImportId id, long line) {
        return jdbc.sql(
                        "SELECT cells FROM import_correction WHERE import_id = ? AND line = ? AND imported_in IS NOT NULL")
                .params(id.value(), line)
                .query((row, _) -> RejectedCells.read(row.getString("cells")))
                .optional();
    }

    private StatementSpec found(String sql, ImportId id, RowFilter filter) {
        return jdbc.sql(sql)
                .param("import", id.value())
                .param("search", RejectedCells.searched(filter.search()))
                .param("message", filter.messageKey() == null ? "" : filter.messageKey());
    }

    private static OpenRow row(ResultSet row, int number) throws SQLException {
        return new OpenRow(
                row.getLong("line"),
                RejectedCells.read(row.getString("now_cells")),
                row.getObject("corrected") != null,
                row.getBoolean("ready"));
    }

    void save(ImportId id, long line, List<String> cells, boolean isReady, AccountId by) {
        jdbc.sql("""
                        INSERT INTO import_correction (import_id, line, cells, ready, corrected_by, corrected_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE cells = VALUES(cells), ready = VALUES(ready), imported_in = NULL,
                            corrected_by = VALUES(corrected_by), corrected_at = VALUES(corrected_at)""")
                .params(id.value(), line, Json.write(cells), isReady, by.value(), Utc.toColumn(clock.instant()))
                .update();
    }

    void remove(ImportId id, long line) {
        jdbc.sql("DELETE FROM import_correction WHERE import_id = ? AND line = ?")
                .params(id.value(), line)
                .update();
    }

    /** Returns how many rows can be imported. */
    long ready(ImportId id) {
        return jdbc.sql("SELECT COUNT(*) " + OPEN + " AND c.ready")
                .param("import", id.value())
                .query(Long.class)
                .single();
    }

    /** Hands every row that can be imported to {@code taker}, in the file's order. */
    void eachReady(ImportId id, Consumer<OpenRow> taker) {
        long after = 0;
        while (true) {
            List<OpenRow> page = jdbc.sql(
                            SELECT + OPEN + " AND c.ready AND r.line > :line ORDER BY r.line LIMIT :limit")
                    .param("import", id.value())
                    .param("line", after)
                    .param("limit", PAGE)
                    .query(Corrections::row)
                    .list();
            if (page.isEmpty()) {
                return;
            }
            page.forEach(taker);
            after = page.getLast().line();
        }
    }

    /** Notes that the rows on {@code lines} are imported, by {@code next}. */
    void imported(ImportId id, List<Long> lines, ImportId next) {
        for (int from = 0; from < lines.size(); from += PAGE) {
            List<Long> some = lines.subList(from, Math.min(lines.size(), from + PAGE));
            jdbc.sql("UPDATE import_correction SET imported_in = ? WHERE import_id = ? AND line IN (" + Sql.list(some)
                            + ")")
                    .params(next.value(), id.value())
                    .update();
        }
    }
}
