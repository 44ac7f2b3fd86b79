package dev.muster.members;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queries behind a page of a list that the node's own index does not answer. Where the database has an index in the
 * very order asked for, the ids of the rows are a seek into that, limited; where the list mixes what such an index keeps
 * apart, one short seek for each part. Other orders are sorted. Limits are written as numbers: given as parameters they
 * make H2 2.4 lose rows of the nested queries.
 */
final class MemberPageSql {

    private static final Set<String> NULLABLE = Set.of("company", "joined_at", "last_invited_at", "listed_at");

    /** The index that serves does not start with the segment: the sum keeps the databases from those that do. */
    private static final String ANY_INDEX = "segment + 0";

    private final MemberQuery query;
    private final MemberConditions conditions;
    private final List<String> order;

    MemberPageSql(MemberQuery query, MemberConditions conditions) {
        this.query = query;
        this.conditions = conditions;
        this.order = query.sort().order(query.segment());
    }

    /**
     * A part of a list that one index has in order.
     *
     * @param leading the column before those of the order, the same in all of the part; empty for none
     * @param value what this column holds, where it is itself the first one of the order; else null
     */
    private record Part(
            String condition, String leading, @Nullable Object value) {

        Part(String condition, String leading) {
            this(condition, leading, null);
        }
    }

    Map<String, @Nullable Object> parameters() {
        return conditions.parameters();
    }

    /** Returns the query for the ids of all members, in order, at most {@code limit}; sorts, so only for few. */
    String ids(int limit) {
        return "SELECT id FROM member WHERE %s%s ORDER BY %s LIMIT %d"
                .formatted(conditions.inSegment(query.segment(), "segment"), conditions.rest(), order(""), limit);
    }

    /**
     * Returns the query for the rows of a page.
     *
     * @param filled the segments that have anybody in them
     */
    String page(PageBoundaries.Start start, int limit, Set<MemberSegment> filled) {
        List<String> selects = parts(filled).stream()
                .flatMap(part -> beyond(part, start.boundary()).stream().map(beyond -> select(part, beyond)))
                .toList();
        if (selects.isEmpty()) {
            return "SELECT %s FROM member m WHERE 1 = 0".formatted(columns());
        }
        String chosen = selects.size() == 1
                ? selects.getFirst()
                : selects.stream()
                        .map(select -> "(%s LIMIT %d)".formatted(select, start.skip() + limit))
                        .collect(
                                Collectors.joining(" UNION ALL ", "SELECT * FROM (", ") merged ORDER BY " + order("")));
        return """
                SELECT %s FROM (%s LIMIT %d OFFSET %d) page JOIN member m ON m.id = page.id
                ORDER BY %s""".formatted(columns(), chosen, limit, start.skip(), order("m."));
    }

    /** Returns what a row of a list is made of. */
    static String columns() {
        return """
                m.id, m.name, m.email, m.email_key, m.title, m.company, m.kind, m.source, m.import_id, m.created_at,
                m.last_invited_at, m.joined_at, m.archived_at, m.locked_at, m.segment, m.listed_at""";
    }

    private List<Part> parts(Set<MemberSegment> filled) {
        return switch (query.sort()) {
            case EMAIL -> List.of(new Part(conditions.inSegment(query.segment(), ANY_INDEX), ""));
            case SOURCE -> sources();
            case ADDED -> query.segment() == MemberSegment.NOMINEES ? segments(filled) : sources();
            default -> segments(filled);
        };
    }

    private List<Part> sources() {
        boolean isFirst = order.getFirst().equals("source");
        String inSegment = conditions.inSegment(query.segment(), ANY_INDEX);
        return Stream.of(MemberSource.values())
                .map(source -> new Part(
                        "source = '%s' AND %s".formatted(source, inSegment), "source", isFirst ? source.name() : null))
                .toList();
    }

    private List<Part> segments(Set<MemberSegment> filled) {
        var wanted = new LinkedHashSet<>(query.segment().parts());
        if (wanted.size() > 1 && wanted.stream().anyMatch(filled::contains)) {
            wanted.retainAll(filled);
        }
        return wanted.stream()
                .map(segment -> new Part(
                        conditions.inSegment(segment, "segment"),
                        "segment",
                        query.sort() == MemberSort.STATUS ? conditions.number(segment) : null))
                .toList();
    }

    private String select(Part part, String beyond) {
        String columns = String.join(", ", order);
        return "SELECT %s%s FROM member WHERE %s%s%s ORDER BY %s%s"
                .formatted(
                        columns,
                        columns.endsWith("id") ? "" : ", id",
                        part.condition(),
                        beyond,
                        conditions.restWhileWalking(),
                        part.leading().isEmpty() || part.value() != null ? "" : part.leading() + direction() + ", ",
                        order(""));
    }

    private String order(String prefix) {
        return order.stream().map(column -> prefix + column + direction()).collect(Collectors.joining(", "));
    }

    private String direction() {
        return query.descending() ? " DESC" : "";
    }

    /** Returns the conditions that lead beyond the boundary within a part, each to be sought by itself; none at its end. */
    private List<String> beyond(Part part, PageBoundaries.@Nullable Boundary boundary) {
        if (boundary == null) {
            return List.of("");
        }
        List<@Nullable Object> keys = boundary.keys();
        for (int i = 0; i < order.size(); i++) {
            conditions.parameters().put("key" + i, keys.get(i));
        }
        if (part.value() == null) {
            return beyond(keys, 0);
        }
        int place = compare(part.value(), Objects.requireNonNull(keys.getFirst()));
        if (place == 0) {
            return beyond(keys, 1);
        }
        return (place < 0) == query.descending() ? List.of("") : List.of();
    }

    private static int compare(Object value, Object key) {
        return value instanceof Integer number
                ? Integer.compare(number, (Integer) key)
                : value.toString().compareTo(key.toString());
    }

    /** Compares from the column at {@code index} on; null is less than everything, as both databases sort it. */
    private List<String> beyond(List<@Nullable Object> keys, int index) {
        String column = order.get(index);
        if (index == order.size() - 1) {
            return List.of(" AND " + further(column, index));
        }
        String tied = further(order.get(index + 1), index + 1);
        if (keys.get(index) == null) {
            String rest = " AND %s IS NULL AND %s".formatted(column, tied);
            return query.descending() ? List.of(rest) : List.of(rest, " AND %s IS NOT NULL".formatted(column));
        }
        // The first part says no more than the rest does, but lets both databases start right there in the index.
        String rest = " AND %s %s :key%d AND (%s OR (%s = :key%d AND %s))"
                .formatted(
                        column, query.descending() ? "<=" : ">=", index, further(column, index), column, index, tied);
        return query.descending() && NULLABLE.contains(column)
                ? List.of(rest, " AND %s IS NULL".formatted(column))
                : List.of(rest);
    }

    private String further(String column, int index) {
        return "%s %s :key%d".formatted(column, query.descending() ? "<" : ">", index);
    }
}
