package dev.muster.imports;

import dev.muster.common.LikePattern;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.CountedChunks.Counter;
import dev.muster.imports.Places.Place;
import dev.muster.imports.Places.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    KeptRows(JdbcTemplate jdbc, ImportChunks chunks, CountedChunks counted) {
        this.jdbc = jdbc;
        this.chunks = chunks;
        this.counted = counted;
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
                    arguments(
                            run,
                            filter,
                            stretch.chunk().firstLine(),
                            stretch.chunk().lastLine())));
        }
        return page;
    }

    long count(ImportId run, KeptFilter filter) {
        return places(run, filter).total();
    }

    /** Returns how many there are for each reason. */
    Map<KeptReason, Long> counts(ImportId run) {
        var counts = new EnumMap<KeptReason, Long>(KeptReason.class);
        takenBack(run)
                .forEach(chunk ->
                        chunk.kept().rows().forEach((reason, rows) -> counts.merge(reason, (long) rows, Long::sum)));
        return counts;
    }

    private Places places(ImportId run, KeptFilter filter) {
        List<TakenBack> all = takenBack(run);
        return WhiteSpace.isBlank(filter.search())
                ? new Places(all.stream()
                        .map(one -> new Place(one.chunk(), one.kept().of(filter.reason())))
                        .toList())
                : counted.of(
                        run,
                        filter,
                        all.stream().map(TakenBack::chunk).toList(),
                        Counter.ofLines((from, to) -> lines(run, filter, from, to)));
    }

    /** Returns the lines from one to another, each as often as something on it is found. */
    private Lines lines(ImportId run, KeptFilter filter, long from, long to) {
        return Lines.of(jdbc, "SELECT k.line" + FOUND, arguments(run, filter, from, to));
    }

    private record TakenBack(ChunkSummary chunk, KeptCounts kept) {}

    private record Counted(ImportId importId, int chunk, KeptCounts kept) {}

    /** Returns the chunks of the import that {@code run} has taken back so far: each thing it kept is on a line of one. */
    private List<TakenBack> takenBack(ImportId run) {
        List<Counted> counts = jdbc.query(
                """
                SELECT u.import_id, c.chunk, c.kept FROM import_undo u JOIN import_undo_chunk c ON c.run_id = u.run_id
                WHERE u.run_id = ?""",
                (row, _) -> new Counted(
                        new ImportId(row.getLong(1)), row.getInt(2), KeptCounts.ofDocument(row.getString(3))),
                run.value());
        if (counts.isEmpty()) {
            return List.of();
        }
        Map<Integer, KeptCounts> kept = counts.stream().collect(Collectors.toMap(Counted::chunk, Counted::kept));
        return chunks.of(counts.getFirst().importId()).stream()
                .filter(chunk -> kept.containsKey(chunk.chunk()))
                .map(chunk -> new TakenBack(chunk, Objects.requireNonNull(kept.get(chunk.chunk()))))
                .toList();
    }

    private static @Nullable Object[] arguments(ImportId run, KeptFilter filter, long from, long to) {
        String reason = filter.reason() == null ? null : filter.reason().name();
        return new @Nullable Object[] {run.value(), from, to, reason, reason, LikePattern.containing(filter.search())};
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
