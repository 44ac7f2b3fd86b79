package dev.muster.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the members who hold values of custom profile fields. The values lie in {@code member.field_values}, a document
 * {@code {"<field id>":["value", ...]}} without white space between its parts. A pattern over it cannot be fooled by a
 * value, since a quotation mark within a value is written {@code \"}: the text {@code "7":[} stands only where the values
 * of field 7 begin.
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
                .params(fields.stream().map(FieldUsage::holdsAny).toList())
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
                .params(holdsAny(field), holdsSeveral(field))
                .query(Long.class)
                .single();
    }

    private static String holdsAny(FieldId field) {
        return "%\"" + field.value() + "\":[%";
    }

    /** After the field's first value, escapes and all, comes a comma and another value. Possessive: no backtracking. */
    private static String holdsSeveral(FieldId field) {
        return "\"" + field.value() + "\":\\[\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\",\"";
    }
}
