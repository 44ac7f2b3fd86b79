package dev.muster.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one query behind a page of a list. Inside, the rows are chosen by an index alone: per segment a seek into
 * (segment, column, id), limited, so that the segment {@code All} is three short seeks and not a sort. Outside, what is
 * shown of these few rows is read. Limits are written as numbers: given as parameters they make H2 2.4 lose rows of the
 * nested queries.
 */
final class MemberPageSql {

    private static final int MAX_WORDS = 5;

    private final MemberQuery query;
    private final PageBoundaries.Start start;
    private final int limit;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    MemberPageSql(MemberQuery query, PageBoundaries.Start start, int limit) {
        this.query = query;
        this.start = start;
        this.limit = limit;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    String text() {
        return """
                SELECT m.id, m.name, m.email, m.email_key, m.title, m.company, m.kind, m.source, m.import_id,
                    m.created_at, m.last_invited_at, m.joined_at, m.segment
                FROM (%s LIMIT %d OFFSET %d) page JOIN member m ON m.id = page.id
                ORDER BY %s""".formatted(chosen(), limit, start.skip(), order("m."));
    }

    /** Returns the condition that every word of {@code search} is in a member, or an empty text. */
    static String searchCondition(String search, Map<String, @Nullable Object> parameters) {
        var conditions = new StringBuilder();
        int number = 0;
        for (String word : search.toLowerCase(Locale.ROOT).split(" ", MAX_WORDS)) {
            if (!word.isBlank()) {
                String parameter = "word" + number++;
                parameters.put(parameter, '%' + escaped(word.strip()) + '%');
                conditions
                        .append(" AND (name LIKE :%1$s ESCAPE '!' OR LOWER(email) LIKE :%1$s ESCAPE '!'"
                                .formatted(parameter))
                        .append(" OR company LIKE :%s ESCAPE '!')".formatted(parameter));
            }
        }
        return conditions.toString();
    }

    private String chosen() {
        return switch (query.sort()) {
            case EMAIL, STATUS -> select(query.segment());
            default -> query.segment() == MemberSegment.ALL ? merged() : select(query.segment());
        };
    }

    private String merged() {
        return query.segment().parts().stream()
                .map(part -> "(%s LIMIT %d)".formatted(select(part), start.skip() + limit))
                .collect(Collectors.joining(" UNION ALL ", "SELECT * FROM (", ") merged ORDER BY " + order("")));
    }

    private String select(MemberSegment segment) {
        // A single segment leads the order too, so that the index has the very order asked for.
        String leading = segment == MemberSegment.ALL ? "" : "segment" + direction() + ", ";
        String columns = String.join(", ", query.sort().order());
        return "SELECT %s%s FROM member WHERE %s%s%s ORDER BY %s%s"
                .formatted(
                        columns,
                        columns.endsWith("id") ? "" : ", id",
                        segment.condition(),
                        beyondBoundary(),
                        searchCondition(query.search(), parameters),
                        leading,
                        order(""));
    }

    private String order(String prefix) {
        return query.sort().order().stream()
                .map(column -> prefix + column + direction())
                .collect(Collectors.joining(", "));
    }

    private String direction() {
        return query.descending() ? " DESC" : "";
    }

    private String beyondBoundary() {
        PageBoundaries.Boundary boundary = start.boundary();
        if (boundary == null) {
            return "";
        }
        List<String> columns = query.sort().order();
        for (int i = 0; i < columns.size(); i++) {
            parameters.put("key" + i, boundary.keys().get(i));
        }
        return " AND " + beyond(columns, boundary.keys(), 0);
    }

    /** Compares from the column at {@code index} on; null is less than everything, as both databases sort it. */
    private String beyond(List<String> columns, List<@Nullable Object> keys, int index) {
        String column = columns.get(index);
        boolean last = index == columns.size() - 1;
        String rest = last ? "" : beyond(columns, keys, index + 1);
        if (keys.get(index) == null) {
            String tied = "%s IS NULL AND %s".formatted(column, rest);
            return query.descending() ? "(%s)".formatted(tied) : "(%s IS NOT NULL OR (%s))".formatted(column, tied);
        }
        String further = "%s %s :key%d".formatted(column, query.descending() ? "<" : ">", index);
        if (last) {
            return further;
        }
        String tiedOrFurther = "(%s OR (%s = :key%d AND %s))".formatted(further, column, index, rest);
        if (!query.descending()) {
            // Says no more than the rest does, but in a way that lets both databases start right there in the index.
            return "%s >= :key%d AND %s".formatted(column, index, tiedOrFurther);
        }
        return "(%s <= :key%d AND %s OR %s IS NULL)".formatted(column, index, tiedOrFurther, column);
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
