package dev.muster.imports;

import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The chunks that an import wrote. None changes once it is there, and they come in their order: so those of the imports that
 * somebody looks at are kept in memory, and only what came since is read.
 */
@Repository
class ImportChunks {

    /** Of a million rows, each has five hundred chunks on MariaDB, and two thousand on H2. */
    private static final int IMPORTS = 8;

    private final JdbcTemplate jdbc;
    private final LastUsed<ImportId, List<ChunkSummary>> known = new LastUsed<>(IMPORTS);

    ImportChunks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All issues of one kind. */
    record IssueCount(Issue.Kind kind, long rows) {}

    /** Returns all that are there, in the file's order. */
    List<ChunkSummary> of(ImportId id) {
        List<ChunkSummary> before = known.find(id);
        if (before == null || before.isEmpty()) {
            return kept(id, read(id, 0));
        }
        List<ChunkSummary> sinceLast = read(id, before.getLast().chunk());
        if (sinceLast.isEmpty()) {
            known.forget(id);
            return List.of();
        }
        if (sinceLast.size() == 1) {
            return before;
        }
        var all = new ArrayList<>(before);
        all.addAll(sinceLast.subList(1, sinceLast.size()));
        return kept(id, all);
    }

    private List<ChunkSummary> kept(ImportId id, List<ChunkSummary> chunks) {
        List<ChunkSummary> all = List.copyOf(chunks);
        known.keep(id, all);
        return all;
    }

    private List<ChunkSummary> read(ImportId id, int from) {
        return jdbc.query(
                """
                SELECT chunk, first_line, last_line, row_count, created, updated, unchanged, rejected, messages, issues
                FROM import_chunk WHERE import_id = ? AND chunk >= ? ORDER BY chunk""",
                (row, _) -> new ChunkSummary(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        MessageCounts.ofDocument(row.getString(9)),
                        row.getInt(10)),
                id.value(),
                from);
    }

    /** Returns how many rows each message is about. */
    List<IssueCount> issueCounts(ImportId id) {
        var counts = new TreeMap<String, Long>();
        of(id).forEach(chunk ->
                chunk.messages().rows().forEach((key, rows) -> counts.merge(key, rows.longValue(), Long::sum)));
        return counts.entrySet().stream()
                .map(count -> new IssueCount(Issue.Kind.ofMessageKey(count.getKey()), count.getValue()))
                .toList();
    }

    /** Returns the rows of the chunks from one to another, each in the file's order, by the chunk. */
    Map<Integer, List<RowOutcome>> outcomes(ImportId id, int first, int last) {
        var chunks = new HashMap<Integer, List<RowOutcome>>();
        jdbc.query(
                "SELECT chunk, outcomes FROM import_chunk WHERE import_id = ? AND chunk BETWEEN ? AND ?",
                row -> {
                    chunks.put(row.getInt(1), ChunkOutcomes.decode(row.getBytes(2)));
                },
                id.value(),
                first,
                last);
        return chunks;
    }

    /** Returns the rows of a chunk, in the file's order; none where the import did not come to it. */
    List<RowOutcome> outcomes(ImportId id, int chunk) {
        return jdbc
                .query(
                        "SELECT outcomes FROM import_chunk WHERE import_id = ? AND chunk = ?",
                        (row, _) -> ChunkOutcomes.decode(row.getBytes(1)),
                        id.value(),
                        chunk)
                .stream()
                .findFirst()
                .orElse(List.of());
    }
}
