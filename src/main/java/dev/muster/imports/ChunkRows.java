package dev.muster.imports;

import dev.muster.common.Json;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.imports.ChunkPlan.MemberChange;
import dev.muster.imports.ChunkPlan.PlacedIssue;
import dev.muster.members.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What an import writes beside the members: memberships, history, messages, and the chunk itself. */
@Repository
class ChunkRows {

    private final JdbcTemplate jdbc;

    ChunkRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record NewMembership(long memberId, long groupId, boolean effective) {}

    /** Adds the memberships that {@code people} did not have before. */
    void addMemberships(List<Person> people, ImportId importId, Instant now) {
        var added = new ArrayList<NewMembership>();
        for (Person person : people) {
            for (GroupId group : person.result().groups()) {
                if (!person.isKnown() || !person.known().state().groups().contains(group)) {
                    boolean joined = person.result().standing().joinedAt() != null;
                    added.add(new NewMembership(person.id(), group.value(), joined));
                }
            }
        }
        String moment = Sql.moment(now);
        Sql.batch(jdbc, """
                INSERT INTO membership (member_id, group_id, added_at, effective_at, import_id)
                VALUES (?, ?, ?, ?, ?)""", added, (row, membership) -> {
            row.setLong(1, membership.memberId());
            row.setLong(2, membership.groupId());
            row.setString(3, moment);
            row.setString(4, membership.effective() ? moment : null);
            row.setLong(5, importId.value());
        });
    }

    /** Adds to the members' history what rows changed about them. */
    void addHistory(List<MemberChange> changes, long[] ids, ImportRun run, Instant now) {
        var next = new int[1];
        String moment = Sql.moment(now);
        Sql.batch(jdbc, """
                INSERT INTO member_change (id, member_id, changed_at, account_id, import_id, import_line, changes)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", changes, (row, change) -> {
            row.setLong(1, ids[next[0]++]);
            row.setLong(2, change.person().id());
            row.setString(3, moment);
            row.setLong(4, run.startedBy().value());
            row.setLong(5, run.id().value());
            row.setLong(6, change.line());
            row.setString(7, change.document());
        });
    }

    /** Adds the messages about rows. */
    void addIssues(List<PlacedIssue> issues, ImportId importId) {
        Sql.batch(jdbc, """
                INSERT INTO import_issue (import_id, line, seq, severity, message_key, message_arguments, column_name,
                    cell)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", issues, (row, placed) -> {
            Issue issue = placed.issue();
            row.setLong(1, importId.value());
            row.setLong(2, placed.line());
            row.setInt(3, placed.seq());
            row.setString(4, issue.kind().severity().name());
            row.setString(5, issue.kind().messageKey());
            row.setString(6, issue.arguments().isEmpty() ? null : Json.ofTexts(issue.arguments()));
            row.setString(7, issue.column());
            row.setString(8, issue.cell());
        });
    }

    /** Keeps the cells of rejected rows, so that they can be corrected. */
    void addRejected(List<CsvRow> rows, ImportId importId) {
        Sql.batch(
                jdbc,
                "INSERT INTO import_rejected_row (import_id, line, cells) VALUES (?, ?, ?)",
                rows,
                (row, rejected) -> {
                    row.setLong(1, importId.value());
                    row.setLong(2, rejected.line());
                    row.setString(3, Json.ofTexts(RejectedCells.kept(rejected)));
                });
    }

    /**
     * Adds the chunk itself, which makes it the checkpoint.
     *
     * @param newcomers whom a check would create, as {@link Newcomers} writes them; null in an import
     */
    void addChunk(
            ImportId importId,
            int chunk,
            PreparedChunk rows,
            Tally tally,
            List<RowOutcome> outcomes,
            ChunkPlan plan,
            byte @Nullable [] newcomers) {
        jdbc.update(
                """
                INSERT INTO import_chunk (import_id, chunk, first_line, last_line, row_count, created, updated,
                    unchanged, rejected, outcomes, messages, issues, fingerprints, newcomers)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                importId.value(),
                chunk,
                rows.firstLine(),
                rows.lastLine(),
                tally.rows(),
                tally.created(),
                tally.updated(),
                tally.unchanged(),
                tally.rejected(),
                ChunkOutcomes.encode(outcomes),
                MessageCounts.of(plan.issues()).toDocument(),
                plan.issues().size(),
                plan.fingerprints(),
                newcomers);
    }

    /** Returns where the rows that were written before met each member first. */
    FirstLines firstLines(ImportId importId) {
        var lines = new FirstLines();
        jdbc.query(
                "SELECT outcomes FROM import_chunk WHERE import_id = ? ORDER BY chunk",
                row -> {
                    note(ChunkOutcomes.decode(row.getBytes("outcomes")), lines);
                },
                importId.value());
        return lines;
    }

    /** Notes the rows of a chunk in {@code lines}. */
    static void note(List<RowOutcome> outcomes, FirstLines lines) {
        for (RowOutcome row : outcomes) {
            if (row.memberId() != 0) {
                lines.note(row.memberId(), row.line());
            }
        }
    }
}
