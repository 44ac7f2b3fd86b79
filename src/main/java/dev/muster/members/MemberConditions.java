package dev.muster.members;

import dev.muster.common.TextSearch;
import dev.muster.common.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in SQL which members a query finds: conditions on {@code member}, and the parameters in them. */
final class MemberConditions {

    private static final int MAX_WORDS = 5;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private final MemberQuery query;
    private final Instant now;
    private final @Nullable Span importTime;
    private final TextSearch texts;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    /** Within which time an import created its members, generously: clocks of two nodes differ. */
    record Span(Instant from, Instant to) {}

    /**
     * Prepares the conditions.
     *
     * @param importTime leads to the members of the import that the query asks for; null where it asks for none
     * @param texts how the search is said to the database
     */
    MemberConditions(MemberQuery query, Instant now, @Nullable Span importTime, TextSearch texts) {
        this.query = query;
        this.now = now;
        this.importTime = importTime;
        this.texts = texts;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** Returns the condition that a member is in {@code segment}; {@code column} is how to call its segment. */
    String inSegment(MemberSegment segment, String column) {
        if (segment == MemberSegment.ALL) {
            return column + (query.filter().hidden().isEmpty() ? " > 0" : " < 0");
        }
        return column + " = " + number(segment);
    }

    /** Returns what the column {@code segment} holds for those of {@code segment}, which is one and not all. */
    int number(MemberSegment segment) {
        int number = switch (segment) {
            case JOINED -> 1;
            case NOT_JOINED -> 2;
            case NOMINEES -> 3;
            case ALL -> throw new IllegalArgumentException("All are in several segments.");
        };
        return query.filter().hidden().isEmpty() ? number : -number;
    }

    /** Returns the conditions of search and filter, each with {@code AND} before it; empty where there are none. */
    String rest() {
        return rest("id IN (SELECT member_id FROM membership WHERE group_id IN (:groups))");
    }

    /**
     * Returns the same for a query that walks an index and stops early. The groups are asked for member by member, in a
     * way that no database turns into a list of all their members first.
     */
    String restWhileWalking() {
        return rest(
                "(SELECT COUNT(*) FROM membership ms WHERE ms.member_id = member.id AND ms.group_id IN (:groups)) > 0");
    }

    private String rest(String inGroups) {
        var text = new StringBuilder();
        addSearch(text);
        MemberFilter filter = query.filter();
        if (!filter.groups().isEmpty()) {
            parameters.put(
                    "groups", filter.groups().stream().map(GroupId::value).toList());
            text.append(" AND ").append(inGroups);
        }
        if (!filter.sources().isEmpty()) {
            parameters.put("sources", filter.sources().stream().map(Enum::name).toList());
            text.append(" AND source IN (:sources)");
        }
        addImport(text, filter.importId());
        addInvited(text, filter.invited());
        if (!filter.hidden().isEmpty()) {
            text.append(filter.hidden().stream()
                    .map(hidden -> hidden.name().toLowerCase(Locale.ROOT) + "_at IS NOT NULL")
                    .sorted()
                    .collect(Collectors.joining(" OR ", " AND (", ")")));
        }
        addValues(text, filter.values());
        return text.toString();
    }

    private void addSearch(StringBuilder text) {
        int number = 0;
        for (String word : query.search().split(" ", MAX_WORDS)) {
            if (!word.isBlank()) {
                String parameter = "word" + number++;
                parameters.put(parameter, texts.pattern(word.strip()));
                text.append(" AND ").append(texts.condition(parameter, "name", "LOWER(email)", "company"));
            }
        }
    }

    private void addImport(StringBuilder text, @Nullable Long importId) {
        if (importId == null) {
            return;
        }
        parameters.put("importId", importId);
        text.append(" AND import_id = :importId");
        if (importTime != null) {
            parameters.put("importFrom", Utc.toColumn(importTime.from()));
            parameters.put("importTo", Utc.toColumn(importTime.to()));
            // Says no more, but leads to the members by an index: an own one would cost each imported row.
            text.append(" AND source = 'CSV_IMPORT' AND created_at BETWEEN :importFrom AND :importTo");
        }
    }

    private void addInvited(StringBuilder text, MemberFilter.@Nullable InvitedWhen invited) {
        switch (invited) {
            case null -> {}
            case NEVER -> text.append(" AND last_invited_at IS NULL");
            case EVER -> text.append(" AND last_invited_at IS NOT NULL");
            case WEEK -> addInvitedSince(text, ">=", WEEK);
            case MONTH -> addInvitedSince(text, ">=", MONTH);
            case EARLIER -> addInvitedSince(text, "<", MONTH);
        }
    }

    private void addInvitedSince(StringBuilder text, String comparison, Duration age) {
        parameters.put("invited", Utc.toColumn(now.minus(age)));
        text.append(" AND last_invited_at %s :invited".formatted(comparison));
    }

    private void addValues(StringBuilder text, Map<FieldId, ? extends Iterable<String>> values) {
        int number = 0;
        for (var entry : values.entrySet()) {
            String separator = " AND (";
            for (String value : entry.getValue()) {
                parameters.put("like" + number, FieldPattern.likeHolding(entry.getKey(), value));
                parameters.put("regexp" + number, FieldPattern.regexpHolding(entry.getKey(), value));
                text.append(separator)
                        .append("field_values LIKE :like%1$d ESCAPE '!' AND field_values REGEXP :regexp%1$d"
                                .formatted(number++));
                separator = " OR ";
            }
            text.append(')');
        }
    }
}
