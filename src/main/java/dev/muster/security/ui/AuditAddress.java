package dev.muster.security.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.muster.security.AccountId;
import dev.muster.security.AuditQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the audit log says: whose entries, of which action, of which days, and what is searched for.
 *
 * @param who null for everybody
 * @param action null for everything
 * @param from the first day; null for the beginning
 * @param to the last day; null for today
 */
record AuditAddress(
        @Nullable AccountId who,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String search) {

    static final String PATH = "audit-log";
    static final AuditAddress ALL = new AuditAddress(null, null, null, null, "");

    /** Reads an address as people may have typed it; what makes no sense is left out. */
    static AuditAddress of(QueryParameters parameters) {
        String who = parameters.getSingleParameter("who").orElse("");
        return new AuditAddress(
                who.matches("\\d{1,18}") ? new AccountId(Long.parseLong(who)) : null,
                parameters.getSingleParameter("what").orElse(null),
                day(parameters, "from"),
                day(parameters, "to"),
                parameters.getSingleParameter("q").orElse(""));
    }

    AuditAddress withWho(@Nullable AccountId newWho) {
        return new AuditAddress(newWho, action, from, to, search);
    }

    AuditAddress withAction(@Nullable String newAction) {
        return new AuditAddress(who, newAction, from, to, search);
    }

    AuditAddress withFrom(@Nullable LocalDate newFrom) {
        return new AuditAddress(who, action, newFrom, to, search);
    }

    AuditAddress withTo(@Nullable LocalDate newTo) {
        return new AuditAddress(who, action, from, newTo, search);
    }

    AuditAddress withSearch(String newSearch) {
        return new AuditAddress(who, action, from, to, newSearch);
    }

    /** Returns what this asks of the log, where days begin and end as in {@code zone}. */
    AuditQuery query(ZoneId zone) {
        return new AuditQuery(who, action, start(from, zone), start(to == null ? null : to.plusDays(1), zone), search);
    }

    /** Returns the part of the address behind the question mark. */
    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "who", who == null ? null : who.value());
        put(parameters, "what", action);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "q", search.isBlank() ? null : search);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(QueryParameters parameters, String name) {
        try {
            return parameters.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
