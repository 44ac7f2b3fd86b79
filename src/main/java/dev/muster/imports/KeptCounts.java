package dev.muster.imports;

import dev.muster.common.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How much an undo left as it was of a chunk, by reason. */
record KeptCounts(Map<KeptReason, Integer> rows) {

    private static final TypeReference<Map<KeptReason, Integer>> COUNTS = new TypeReference<>() {};

    KeptCounts {
        rows = Map.copyOf(rows);
    }

    static KeptCounts of(List<UndoDecision> decisions) {
        var counts = new EnumMap<KeptReason, Integer>(KeptReason.class);
        decisions.forEach(
                decision -> decision.leftovers().forEach(leftover -> counts.merge(leftover.reason(), 1, Integer::sum)));
        return new KeptCounts(counts);
    }

    /** Reads what {@link #toDocument} wrote. */
    static KeptCounts ofDocument(String document) {
        return new KeptCounts(Json.read(document, COUNTS));
    }

    String toDocument() {
        return Json.write(rows);
    }

    /** Returns how much there is for {@code reason}; null for all. */
    int of(@Nullable KeptReason reason) {
        return reason == null
                ? rows.values().stream().mapToInt(Integer::intValue).sum()
                : rows.getOrDefault(reason, 0);
    }
}
