package dev.muster.imports;

import dev.muster.common.Json;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
            int chunk,
            long firstLine,
            long lastLine,
            int rows,
            int created,
            int updated,
            int unchanged,
            int rejected,
            MessageCounts messages) {

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
                SELECT chunk, first_line, last_line, row_count, created, updated, unchanged, rejected, messages
                FROM import_chunk WHERE import_id = ? ORDER BY chunk""",
                (row, _) -> new ChunkSummary(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        MessageCounts.ofDocument(row.getString(9))),
                id.value());
    }

    /** Returns the rows of the chunks from one to another, each in the file's order, by the chunk. */
    Map<Integer, List<RowOutcome>> outcomes(ImportId id, int first, int last) {
        var chunks = new HashMap<Integer, List<RowOutcome>>();
        jdbc.query(
                "SELECT chunk, outcomes FROM import_chunk WHERE import_id = ? AND chunk BETWEEN ? AND ?",
                row -> {
                    chunks.put(row.getInt(1), ChunkOutcomes.decode(row.getBytes(2)));
                },
                id.value(),
                first,
                last);
        return chunks;
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

    /** Returns the issues of a chunk's rows from the {@code offset}th of them on, in order. */
    List<IssueOfLine> issues(ImportId id, ChunkSummary chunk, int offset, int limit) {
        return jdbc.query(
                """
                SELECT line, message_key, message_arguments, column_name, cell FROM import_issue
                WHERE import_id = ? AND line BETWEEN ? AND ? ORDER BY line, seq LIMIT ? OFFSET ?""",
                (row, _) -> new IssueOfLine(row.getLong("line"), issue(row)),
                id.value(),
                chunk.firstLine(),
                chunk.lastLine(),
                limit,
                offset);
    }

    int countIssues(ImportId id, ChunkSummary chunk) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT COUNT(*) FROM import_issue WHERE import_id = ? AND line BETWEEN ? AND ?",
                Integer.class,
                id.value(),
                chunk.firstLine(),
                chunk.lastLine()));
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
        var counts = new TreeMap<String, Long>();
        chunks(id)
                .forEach(chunk ->
                        chunk.messages().rows().forEach((key, rows) -> counts.merge(key, rows.longValue(), Long::sum)));
        return counts.entrySet().stream()
                .map(count -> new IssueCount(Issue.Kind.ofMessageKey(count.getKey()), count.getValue()))
                .toList();
    }

    /** Returns the lines from one to another whose rows have the message. */
    Lines linesWith(ImportId id, String messageKey, long from, long to) {
        return lines(
                "SELECT line FROM import_issue WHERE import_id = ? AND line BETWEEN ? AND ? AND message_key = ?",
                id.value(),
                from,
                to,
                messageKey);
    }

    /** Returns the lines from one to another whose rows were rejected and have cells that {@code pattern} matches. */
    Lines rejectedLinesLike(ImportId id, String pattern, long from, long to) {
        return lines("""
                SELECT line FROM import_rejected_row
                WHERE import_id = ? AND line BETWEEN ? AND ? AND LOWER(cells) LIKE ? ESCAPE '!'""", id.value(), from, to, pattern);
    }

    /** Returns the ids of the members whose name, address or company {@code pattern} matches, eight bytes each. */
    Lines membersLike(String pattern) {
        return lines(
                "SELECT id FROM member WHERE LOWER(name) LIKE ? ESCAPE '!' OR email_key LIKE ? ESCAPE '!'"
                        + " OR LOWER(company) LIKE ? ESCAPE '!'",
                pattern,
                pattern,
                pattern);
    }

    private Lines lines(String sql, Object... arguments) {
        var lines = LongStream.builder();
        jdbc.query(
                sql,
                row -> {
                    lines.add(row.getLong(1));
                },
                arguments);
        return new Lines(lines.build().toArray());
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
