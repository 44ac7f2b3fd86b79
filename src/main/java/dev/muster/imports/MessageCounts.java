package dev.muster.imports;

import dev.muster.common.Json;
import dev.muster.imports.ChunkPlan.PlacedIssue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** How many rows of a chunk have each message, by the message's key. */
record MessageCounts(Map<String, Integer> rows) {

    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private record RowMessage(long line, Issue.Kind kind) {}

    MessageCounts {
        rows = Map.copyOf(rows);
    }

    /** Counts the rows; one that has a message twice, in two of its columns, counts once. */
    static MessageCounts of(List<PlacedIssue> issues) {
        var counts = new TreeMap<String, Integer>();
        Set<RowMessage> seen = new HashSet<>();
        for (PlacedIssue placed : issues) {
            if (seen.add(new RowMessage(placed.line(), placed.issue().kind()))) {
                counts.merge(placed.issue().kind().messageKey(), 1, Integer::sum);
            }
        }
        return new MessageCounts(counts);
    }

    /** Reads what {@link #toDocument} wrote. */
    static MessageCounts ofDocument(String document) {
        return new MessageCounts(Json.read(document, COUNTS));
    }

    String toDocument() {
        return Json.write(rows);
    }

    int of(String messageKey) {
        return rows.getOrDefault(messageKey, 0);
    }
}
