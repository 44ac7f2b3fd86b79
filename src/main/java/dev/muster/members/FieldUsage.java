package dev.muster.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the members who hold values of custom profile fields, which lie in {@code member.field_values}.
 */
@Component
class FieldUsage {

    private final JdbcClient jdbc;

    FieldUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many members hold a value of each of the {@code fields}, in one pass over the members. */
    Map<FieldId, Long> holders(List<FieldId> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        String counts = fields.stream()
                .map(_ -> "COUNT(CASE WHEN field_values LIKE ? THEN 1 END)")
                .collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + counts + " FROM member")
                .params(fields.stream().map(FieldPattern::likeHolding).toList())
                .query((row, _) -> {
                    Map<FieldId, Long> holders = new HashMap<>();
                    for (int i = 0; i < fields.size(); i++) {
                        holders.put(fields.get(i), row.getLong(i + 1));
                    }
                    return holders;
                })
                .single();
    }

    /** Returns how many members hold two values or more of {@code field}. */
    long holdersOfSeveral(FieldId field) {
        return jdbc.sql("SELECT COUNT(*) FROM member WHERE field_values LIKE ? AND field_values REGEXP ?")
                .params(FieldPattern.likeHolding(field), FieldPattern.regexpHoldingSeveral(field))
                .query(Long.class)
                .single();
    }
}
