package dev.muster.imports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * How much an undo left as it was, by the chunks of its import and by reason. What it left of a chunk never changes, so it is
 * counted once as long as somebody looks at the undo.
 */
@Repository
class KeptCounts {

    private static final int UNDOS = 16;

    private final JdbcTemplate jdbc;
    private final LastUsed<ImportId, Map<Integer, Map<KeptReason, Integer>>> known = new LastUsed<>(UNDOS);

    KeptCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the counts of each of {@code chunks}, all of which {@code run} has dealt with. */
    Map<Integer, Map<KeptReason, Integer>> of(ImportId run, List<ChunkSummary> chunks) {
        Map<Integer, Map<KeptReason, Integer>> before = known.find(run);
        var counts = new HashMap<>(before == null ? Map.<Integer, Map<KeptReason, Integer>>of() : before);
        chunks.forEach(chunk -> counts.computeIfAbsent(chunk.chunk(), _ -> count(run, chunk)));
        known.keep(run, Map.copyOf(counts));
        return counts;
    }

    private Map<KeptReason, Integer> count(ImportId run, ChunkSummary chunk) {
        var counts = new EnumMap<KeptReason, Integer>(KeptReason.class);
        jdbc.query(
                "SELECT reason, COUNT(*) FROM import_undo_kept WHERE run_id = ? AND line BETWEEN ? AND ? GROUP BY reason",
                row -> {
                    counts.put(KeptReason.valueOf(row.getString(1)), row.getInt(2));
                },
                run.value(),
                chunk.firstLine(),
                chunk.lastLine());
        return counts;
    }
}
