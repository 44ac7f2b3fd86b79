package dev.muster.imports;

import dev.muster.common.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The issues that an import wrote down about its rows. */
@Repository
class ImportIssues {

    private static final TypeReference<List<String>> ARGUMENTS = new TypeReference<>() {};

    /** Lines are looked up so many at a time. */
    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;

    ImportIssues(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the issues of the rows from one line to another, in order. */
    Map<Long, List<Issue>> of(ImportId id, long from, long to) {
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
    Map<Long, List<Issue>> of(ImportId id, List<Long> lines) {
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
    List<IssueOfLine> of(ImportId id, ChunkSummary chunk, int offset, int limit) {
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

    private static Issue issue(ResultSet row) throws SQLException {
        String arguments = row.getString("message_arguments");
        return new Issue(
                Issue.Kind.ofMessageKey(row.getString("message_key")),
                arguments == null ? List.of() : Json.read(arguments, ARGUMENTS),
                row.getString("column_name"),
                row.getString("cell"));
    }

    /** Returns the lines from one to another whose rows have the message. */
    Lines linesWith(ImportId id, String messageKey, long from, long to) {
        return Lines.of(
                jdbc,
                "SELECT line FROM import_issue WHERE import_id = ? AND line BETWEEN ? AND ? AND message_key = ?",
                id.value(),
                from,
                to,
                messageKey);
    }
}
