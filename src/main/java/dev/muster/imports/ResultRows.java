package dev.muster.imports;

import dev.muster.common.ForcedIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rejected rows that an import kept, and the members whom its other rows are about. */
@Repository
class ResultRows {

    /** Rejected rows are streamed so many at a time. */
    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final ImportIssues issues;

    ResultRows(JdbcTemplate jdbc, ImportIssues issues) {
        this.jdbc = jdbc;
        this.issues = issues;
    }

    /**
     * Returns the lines from one to another whose rows were rejected and have {@code search} in their cells, whatever its
     * case. MariaDB finds it in half the time that it takes with a pattern.
     */
    Lines rejectedLines(ImportId id, String search, long from, long to) {
        return Lines.of(jdbc, """
                SELECT line FROM import_rejected_row
                WHERE import_id = ? AND line BETWEEN ? AND ? AND LOCATE(LOWER(?), LOWER(cells)) > 0""", id.value(), from, to, RejectedCells.searched(search));
    }

    /** Returns the ids of the members whose name, address or company {@code pattern} matches, eight bytes each. */
    Lines membersLike(String pattern) {
        return Lines.of(
                jdbc,
                "SELECT id FROM member WHERE LOWER(name) LIKE ? ESCAPE '!' OR email_key LIKE ? ESCAPE '!'"
                        + " OR LOWER(company) LIKE ? ESCAPE '!'",
                pattern,
                pattern,
                pattern);
    }

    /** Returns the cells of the rejected rows on {@code lines}. */
    Map<Long, List<String>> rejected(ImportId id, List<Long> lines) {
        var byLine = new HashMap<Long, List<String>>();
        if (!lines.isEmpty()) {
            jdbc.query(
                    "SELECT line, cells FROM import_rejected_row WHERE import_id = ? AND line IN (" + Sql.list(lines)
                            + ")",
                    row -> {
                        byLine.put(row.getLong(1), RejectedCells.read(row.getString(2)));
                    },
                    id.value());
        }
        return byLine;
    }

    /** Hands every rejected row to {@code taker}, in the file's order, with its issues. */
    void eachRejected(ImportId id, BiConsumer<List<String>, List<Issue>> taker) {
        long after = 0;
        while (true) {
            var page = new TreeMap<Long, List<String>>();
            jdbc.query(
                    "SELECT line, cells FROM import_rejected_row WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?",
                    row -> {
                        page.put(row.getLong(1), RejectedCells.read(row.getString(2)));
                    },
                    id.value(),
                    after,
                    PAGE);
            if (page.isEmpty()) {
                return;
            }
            Map<Long, List<Issue>> why = issues.of(id, List.copyOf(page.keySet()));
            page.forEach((line, cells) -> taker.accept(cells, why.getOrDefault(line, List.of())));
            after = page.lastKey();
        }
    }

    /** A member as a page of rows shows it. */
    record MemberLine(String name, String email, String company) {}

    /** Returns the members with {@code ids}, by id; those that are gone are left out. */
    Map<Long, MemberLine> members(List<Long> ids) {
        var members = new HashMap<Long, MemberLine>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "SELECT id, name, email, COALESCE(company, '') FROM member" + ForcedIndex.PRIMARY + " WHERE id IN ("
                            + Sql.list(ids) + ")",
                    row -> {
                        members.put(
                                row.getLong(1), new MemberLine(row.getString(2), row.getString(3), row.getString(4)));
                    });
        }
        return members;
    }
}
