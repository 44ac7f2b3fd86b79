package dev.muster.members.index;

import dev.muster.common.Folding;
import dev.muster.common.ForcedIndex;
import dev.muster.members.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads members as the index takes them. */
@Component
class IndexRows {

    private static final int MARK_BITS = 12;
    private static final long MICROS = 1_000_000;

    /** Read by their places: a driver looks a name up in a table each time, fourteen times a member. */
    private static final String COLUMNS = """
            SELECT id, version, name, company, email, field_values, source, import_id, segment, created_at, joined_at,
                last_invited_at, archived_at, locked_at
            FROM member""" + ForcedIndex.PRIMARY + " WHERE ";

    private static final int ID = 1;
    private static final int VERSION = 2;
    private static final int NAME = 3;
    private static final int COMPANY = 4;
    private static final int EMAIL = 5;
    private static final int FIELD_VALUES = 6;
    private static final int SOURCE = 7;
    private static final int IMPORT_ID = 8;
    private static final int SEGMENT = 9;
    private static final int CREATED_AT = 10;
    private static final int JOINED_AT = 11;
    private static final int LAST_INVITED_AT = 12;
    private static final int ARCHIVED_AT = 13;
    private static final int LOCKED_AT = 14;

    private final JdbcClient jdbc;

    IndexRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns at most {@code limit} members after {@code id}, by id. */
    List<IndexedMember> after(long id, int limit) {
        List<Draft> drafts = jdbc.sql(COLUMNS + "id > ? ORDER BY id LIMIT " + limit)
                .param(id)
                .query((row, _) -> draft(row))
                .list();
        if (drafts.isEmpty()) {
            return List.of();
        }
        var groups = new HashMap<Long, List<Long>>();
        jdbc.sql("SELECT member_id, group_id FROM membership" + ForcedIndex.PRIMARY
                        + " WHERE member_id BETWEEN ? AND ?")
                .params(drafts.getFirst().id(), drafts.getLast().id())
                .query(row -> {
                    note(row, groups);
                });
        return members(drafts, groups);
    }

    /** Returns the members of {@code ids} that are there. */
    List<IndexedMember> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = jdbc.sql(COLUMNS + "id IN (:ids)")
                .param("ids", ids)
                .query((row, _) -> draft(row))
                .list();
        var groups = new HashMap<Long, List<Long>>();
        jdbc.sql("SELECT member_id, group_id FROM membership" + ForcedIndex.PRIMARY + " WHERE member_id IN (:ids)")
                .param("ids", ids)
                .query(row -> {
                    note(row, groups);
                });
        return members(drafts, groups);
    }

    /** How many members there are, and the sum of their marks. */
    record Sums(long members, long marks) {}

    Sums sums() {
        long memberships =
                jdbc.sql("SELECT COUNT(*) FROM membership").query(Long.class).single();
        return jdbc.sql("SELECT COUNT(*), COALESCE(SUM(version), 0) FROM member")
                .query((row, _) -> new Sums(row.getLong(1), (row.getLong(2) << MARK_BITS) + memberships))
                .single();
    }

    /** Tells whether there are {@code count} members at least. */
    boolean areAtLeast(int count) {
        return !jdbc.sql("SELECT id FROM member ORDER BY id LIMIT 1 OFFSET " + Math.max(0, count - 1))
                .query(Long.class)
                .list()
                .isEmpty();
    }

    private record Draft(
            long id, long version, long created, long joined, long invited, String text, List<Long> terms) {}

    private static void note(ResultSet row, Map<Long, List<Long>> groups) throws SQLException {
        groups.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>(2)).add(row.getLong(2));
    }

    private static List<IndexedMember> members(List<Draft> drafts, Map<Long, List<Long>> groups) {
        return drafts.stream()
                .map(draft -> member(draft, groups.getOrDefault(draft.id(), List.of())))
                .toList();
    }

    private static IndexedMember member(Draft draft, List<Long> groups) {
        var terms = new ArrayList<>(draft.terms());
        groups.forEach(group -> terms.add(Term.group(group)));
        long mark = (draft.version() << MARK_BITS) + groups.size();
        return new IndexedMember(
                draft.id(), mark, draft.created(), draft.joined(), draft.invited(), draft.text(), terms);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        var terms = new ArrayList<Long>();
        terms.add(Term.segment(row.getInt(SEGMENT)));
        terms.add(Term.source(row.getString(SOURCE)));
        Long importId = row.getObject(IMPORT_ID, Long.class);
        if (importId != null) {
            terms.add(Term.imported(importId));
        }
        long invited = moment(row, LAST_INVITED_AT);
        if (invited != IndexedMember.NEVER) {
            terms.add(Term.INVITED);
        }
        if (row.getString(ARCHIVED_AT) != null) {
            terms.add(Term.ARCHIVED);
        }
        if (row.getString(LOCKED_AT) != null) {
            terms.add(Term.LOCKED);
        }
        FieldValues.ofDocument(row.getString(FIELD_VALUES)).each((field, value) -> terms.add(Term.value(field, value)));
        return new Draft(
                row.getLong(ID),
                row.getLong(VERSION),
                moment(row, CREATED_AT),
                moment(row, JOINED_AT),
                invited,
                text(row.getString(NAME), row.getString(COMPANY), row.getString(EMAIL)),
                terms);
    }

    private static String text(String name, @Nullable String company, String email) {
        return line(name) + line(Objects.requireNonNullElse(company, "")) + line(email);
    }

    private static String line(String text) {
        return Folding.fold(text).replace(IndexedMember.END, ' ') + IndexedMember.END;
    }

    private static long moment(ResultSet row, int column) throws SQLException {
        LocalDateTime moment = row.getObject(column, LocalDateTime.class);
        return moment == null
                ? IndexedMember.NEVER
                : moment.toEpochSecond(ZoneOffset.UTC) * MICROS + moment.get(ChronoField.MICRO_OF_SECOND);
    }
}
