package dev.muster.invitations;

import dev.muster.members.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Invite List in SQL. The rows of a page are chosen by an index alone, per segment (see {@code member.segment}), and
 * only then read: so the page costs the same however many contacts there are.
 */
final class ContactSql {

    private static final List<Integer> ACTIVE = List.of(2, 3);

    private final ContactQuery query;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    ContactSql(ContactQuery query) {
        this.query = query;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    String page(int offset, int limit) {
        String chosen = query.standing() == ContactQuery.Standing.ACTIVE
                ? ACTIVE.stream()
                        .map(segment -> "(%s ORDER BY segment%s, %s LIMIT %d)"
                                .formatted(select("segment = " + segment), direction(), order(""), offset + limit))
                        .collect(Collectors.joining(" UNION ALL "))
                : select(archived());
        return """
                SELECT m.* FROM (SELECT id FROM (%s) merged ORDER BY %s LIMIT %d OFFSET %d) page
                JOIN member m ON m.id = page.id ORDER BY %s""".formatted(chosen, order(""), limit, offset, order("m."));
    }

    String count() {
        return "SELECT COUNT(*) FROM member WHERE " + condition();
    }

    /** Says in SQL which members the query finds. */
    String condition() {
        String standing = query.standing() == ContactQuery.Standing.ACTIVE ? "segment IN (2, 3)" : archived();
        return standing + filters();
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

    private static String archived() {
        return "segment IN (-2, -3) AND archived_at IS NOT NULL";
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
        if (query.search().isEmpty()) {
            return invited;
        }
        String escaped = query.search()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        parameters.put("search", "%" + escaped + "%");
        return invited + " AND (name LIKE :search ESCAPE '!' OR LOWER(email) LIKE :search ESCAPE '!'"
                + " OR company LIKE :search ESCAPE '!')";
    }

    private String order(String prefix) {
        return prefix + query.sort().column() + direction() + ", " + prefix + "id" + direction();
    }

    private String direction() {
        return query.descending() ? " DESC" : "";
    }
}
