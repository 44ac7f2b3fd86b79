package dev.muster.imports;

import dev.muster.common.Json;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Reads what an import wrote about its rows. */
@Repository
class ResultRows {

    private static final TypeReference<List<String>> ARGUMENTS = new TypeReference<>() {};

    /** Rejected rows are streamed, and lines looked up, so many at a time. */
    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;

    ResultRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A chunk without its outcomes. */
    record ChunkSummary(
            int chunk, long firstLine, long lastLine, int rows, int created, int updated, int unchanged, int rejected) {

        int count(Outcome outcome) {
            return switch (outcome) {
                case CREATED -> created;
                case UPDATED -> updated;
                case UNCHANGED -> unchanged;
                case REJECTED -> rejected;
            };
        }
    }

    /** All issues of one kind. */
    record IssueCount(Issue.Kind kind, long rows) {}

    List<ChunkSummary> chunks(ImportId id) {
        return jdbc.query(
                """
                SELECT chunk, first_line, last_line, row_count, created, updated, unchanged, rejected
                FROM import_chunk WHERE import_id = ? ORDER BY chunk""",
                (row, _) -> new ChunkSummary(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8)),
                id.value());
    }

    /** Returns the rows of a chunk, in the file's order; none where the import did not come to it. */
    List<RowOutcome> outcomes(ImportId id, int chunk) {
        return jdbc
                .query(
                        "SELECT outcomes FROM import_chunk WHERE import_id = ? AND chunk = ?",
                        (row, _) -> ChunkOutcomes.decode(row.getBytes(1)),
                        id.value(),
                        chunk)
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the issues of the rows from one line to another, in order. */
    Map<Long, List<Issue>> issues(ImportId id, long from, long to) {
        var byLine = new HashMap<Long, List<Issue>>();
        jdbc.query(
                """
                SELECT line, message_key, message_arguments, column_name, cell FROM import_issue
                WHERE import_id = ? AND line BETWEEN ? AND ? ORDER BY line, seq""",
                row -> {
                    byLine.computeIfAbsent(row.getLong("line"), _ -> new ArrayList<>())
                            .add(issue(row));
                },
                id.value(),
                from,
                to);
        return byLine;
    }

    /** Returns the issues of the rows on {@code lines}, in order: these may lie a million rows apart. */
    Map<Long, List<Issue>> issues(ImportId id, List<Long> lines) {
        var byLine = new HashMap<Long, List<Issue>>();
        for (int from = 0; from < lines.size(); from += PAGE) {
            List<Long> some = lines.subList(from, Math.min(lines.size(), from + PAGE));
            jdbc.query(
                    "SELECT line, message_key, message_arguments, column_name, cell FROM import_issue"
                            + " WHERE import_id = ? AND line IN (" + Sql.list(some) + ") ORDER BY line, seq",
                    row -> {
                        byLine.computeIfAbsent(row.getLong("line"), _ -> new ArrayList<>())
                                .add(issue(row));
                    },
                    id.value());
        }
        return byLine;
    }

    /** An issue and the line of its row. */
    record IssueOfLine(long line, Issue issue) {}

    /** Returns issues from the {@code offset}th on, in order. */
    List<IssueOfLine> issues(ImportId id, long offset, int limit) {
        return jdbc.query("""
                SELECT line, message_key, message_arguments, column_name, cell FROM import_issue
                WHERE import_id = ? ORDER BY line, seq LIMIT ? OFFSET ?""", (row, _) -> new IssueOfLine(row.getLong("line"), issue(row)), id.value(), limit, offset);
    }

    long countIssues(ImportId id) {
        Long count =
                jdbc.queryForObject("SELECT COUNT(*) FROM import_issue WHERE import_id = ?", Long.class, id.value());
        return count == null ? 0 : count;
    }

    private static Issue issue(ResultSet row) throws SQLException {
        String arguments = row.getString("message_arguments");
        return new Issue(
                Issue.Kind.ofMessageKey(row.getString("message_key")),
                arguments == null ? List.of() : Json.read(arguments, ARGUMENTS),
                row.getString("column_name"),
                row.getString("cell"));
    }

    /** Returns how many rows each message is about. */
    List<IssueCount> issueCounts(ImportId id) {
        return jdbc.query(
                """
                SELECT message_key, COUNT(DISTINCT line) AS issue_rows FROM import_issue WHERE import_id = ?
                GROUP BY message_key""", (row, _) -> new IssueCount(Issue.Kind.ofMessageKey(row.getString(1)), row.getLong(2)), id.value());
    }

    /** Returns the lines of the rows that have the message. */
    Lines linesWith(ImportId id, String messageKey) {
        var lines = LongStream.builder();
        jdbc.query(
                "SELECT DISTINCT line FROM import_issue WHERE import_id = ? AND message_key = ?",
                row -> {
                    lines.add(row.getLong(1));
                },
                id.value(),
                messageKey);
        return new Lines(lines.build().toArray());
    }

    /** Returns the lines of the rejected rows whose cells hold what {@code pattern} matches. */
    SortedSet<Long> rejectedLinesLike(ImportId id, String pattern, int limit) {
        return new TreeSet<>(jdbc.queryForList(
                "SELECT line FROM import_rejected_row WHERE import_id = ? AND LOWER(cells) LIKE ? ESCAPE '!' LIMIT ?",
                Long.class,
                id.value(),
                pattern,
                limit));
    }

    /** Returns the members whose name, address or company {@code pattern} matches, at most {@code limit} of them. */
    Set<Long> membersLike(String pattern, int limit) {
        return new TreeSet<>(jdbc.queryForList(
                "SELECT id FROM member WHERE LOWER(name) LIKE ? ESCAPE '!' OR email_key LIKE ? ESCAPE '!'"
                        + " OR LOWER(company) LIKE ? ESCAPE '!' LIMIT ?",
                Long.class,
                pattern,
                pattern,
                pattern,
                limit));
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
            Map<Long, List<Issue>> issues = issues(id, List.copyOf(page.keySet()));
            page.forEach((line, cells) -> taker.accept(cells, issues.getOrDefault(line, List.of())));
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
                    "SELECT id, name, email, COALESCE(company, '') FROM member WHERE id IN (" + Sql.list(ids) + ")",
                    row -> {
                        members.put(
                                row.getLong(1), new MemberLine(row.getString(2), row.getString(3), row.getString(4)));
                    });
        }
        return members;
    }
}
