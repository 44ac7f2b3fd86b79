package dev.muster.invitations;

import dev.muster.common.LikePattern;
import dev.muster.members.MemberId;
import dev.muster.members.MemberKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Invite List in SQL. The rows of a page are chosen by an index alone, per segment (see {@code member.segment}), and
 * only then read: so the page costs the same however many contacts there are.
 */
final class ContactSql {

    private final ContactQuery query;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    ContactSql(ContactQuery query) {
        this.query = query;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    String page(int offset, int limit) {
        String chosen = isActive()
                ? segments().stream()
                        .map(segment -> "(%s ORDER BY segment%s, %s LIMIT %d)"
                                .formatted(select("segment = " + segment), direction(), order(""), offset + limit))
                        .collect(Collectors.joining(" UNION ALL "))
                : select(aside());
        return """
                SELECT m.* FROM (SELECT id FROM (%s) merged ORDER BY %s LIMIT %d OFFSET %d) page
                JOIN member m ON m.id = page.id ORDER BY %s""".formatted(chosen, order(""), limit, offset, order("m."));
    }

    String count() {
        return "SELECT COUNT(*) FROM member WHERE " + condition();
    }

    /** Says in SQL which members the query finds. */
    String condition() {
        return (isActive() ? "segment IN (%s)".formatted(list(segments())) : aside()) + filters();
    }

    /** Says in SQL which members {@code selection}, which is of the query, holds. */
    String condition(ContactSelection selection) {
        List<Long> ids = selection.ids().stream().map(MemberId::value).toList();
        if (!selection.all()) {
            parameters.put("chosen", ids.isEmpty() ? List.of(0L) : ids);
            return "joined_at IS NULL AND id IN (:chosen)";
        }
        parameters.put("exceptions", ids.isEmpty() ? List.of(0L) : ids);
        return condition() + " AND id NOT IN (:exceptions)";
    }

    private boolean isActive() {
        return query.standing() == ContactQuery.Standing.ACTIVE;
    }

    /**
     * Returns the segments of the kinds asked for: 2 of advocates, 3 of nominees; negative where they are archived or
     * locked.
     */
    private List<Integer> segments() {
        List<Integer> kinds =
                query.kind() == null ? List.of(2, 3) : List.of(query.kind() == MemberKind.NOMINEE ? 3 : 2);
        return isActive() ? kinds : kinds.stream().map(kind -> -kind).toList();
    }

    /** Says who is of the list asked for, where that is not the active. */
    private String aside() {
        String since = query.standing() == ContactQuery.Standing.LOCKED ? "locked_at" : "archived_at";
        return "segment IN (%s) AND %s IS NOT NULL".formatted(list(segments()), since);
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String select(String standing) {
        String column = query.sort().column();
        return "SELECT id, %s FROM member WHERE %s%s".formatted(column, standing, filters());
    }

    private String filters() {
        String invited = switch (query.invited()) {
            case NEVER -> " AND last_invited_at IS NULL";
            case INVITED -> " AND last_invited_at IS NOT NULL";
            case ALL -> "";
        };
        var text = new StringBuilder(invited);
        if (!query.sources().isEmpty()) {
            parameters.put("sources", query.sources().stream().map(Enum::name).toList());
            text.append(" AND source IN (:sources)");
        }
        if (!query.search().isEmpty()) {
            parameters.put("search", LikePattern.containing(query.search()));
            text.append(" AND (name LIKE :search ESCAPE '!' OR LOWER(email) LIKE :search ESCAPE '!'"
                    + " OR company LIKE :search ESCAPE '!')");
        }
        return text.toString();
    }

    private String order(String prefix) {
        return prefix + query.sort().column() + direction() + ", " + prefix + "id" + direction();
    }

    private String direction() {
        return query.descending() ? " DESC" : "";
    }
}
