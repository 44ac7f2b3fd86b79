package dev.muster.imports;

import dev.muster.common.IdBlock;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.members.FieldChange;
import dev.muster.members.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an undo reads of an import, and writes beside the members: each a statement, however much it is. */
@Repository
class UndoRows {

    private static final int BLOCK = 5000;

    private final JdbcTemplate jdbc;
    private final IdBlock changeIds;

    UndoRows(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.changeIds = new IdBlock(client, "member_change_seq", BLOCK);
    }

    private record History(long id, UndoDecision decision) {}

    private record Kept(UndoDecision decision, Leftover leftover) {}

    /** Returns where {@code importId} first did something to each member: 4 bytes a member, as the import itself needs. */
    FirstLines firstLines(ImportId importId, boolean invites) {
        var lines = new FirstLines();
        jdbc.query(
                "SELECT chunk, first_line, row_count, outcomes FROM import_chunk WHERE import_id = ? ORDER BY chunk",
                row -> {
                    chunk(row.getInt(1), row.getLong(2), row.getInt(3), row.getBytes(4))
                            .touched(invites)
                            .forEach(lines::note);
                },
                importId.value());
        return lines;
    }

    /** Returns a chunk of an import; empty after its last. */
    Optional<WrittenChunk> chunk(ImportId importId, int number) {
        return jdbc
                .query(
                        "SELECT first_line, row_count, outcomes FROM import_chunk WHERE import_id = ? AND chunk = ?",
                        (row, _) -> chunk(number, row.getLong(1), row.getInt(2), row.getBytes(3)),
                        importId.value(),
                        number)
                .stream()
                .findFirst();
    }

    private static WrittenChunk chunk(int number, long firstLine, int rows, byte[] outcomes) {
        List<RowOutcome> decoded = ChunkOutcomes.decode(outcomes);
        return new WrittenChunk(number, firstLine, rows, decoded);
    }

    /** Removes the memberships in {@code groups} that {@code importId} gave to {@code members}. */
    void removeMemberships(ImportId importId, Collection<Long> members, Set<GroupId> groups) {
        if (!members.isEmpty() && !groups.isEmpty()) {
            // One by one, in one message: of a list MariaDB would now and then rather read all memberships.
            String which = Sql.list(groups.stream().map(GroupId::value).toList());
            Sql.batch(
                    jdbc,
                    "DELETE FROM membership WHERE member_id = ? AND import_id = ? AND group_id IN (" + which + ")",
                    List.copyOf(members),
                    (row, member) -> {
                        row.setLong(1, member);
                        row.setLong(2, importId.value());
                    });
        }
    }

    /** Adds to the members' history what {@code run} changed about them. */
    void addHistory(List<UndoDecision> decisions, ImportRun run, Instant now) {
        List<UndoDecision> changing = decisions.stream()
                .filter(decision -> !decision.changes().isEmpty())
                .toList();
        long[] ids = changeIds.take(changing.size());
        var rows = new ArrayList<History>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            rows.add(new History(ids[i], changing.get(i)));
        }
        Sql.batch(jdbc, """
                INSERT INTO member_change (id, member_id, changed_at, account_id, import_id, import_line, changes)
                VALUES (?, ?, ?, ?, ?, NULL, ?)""", rows, (row, history) -> {
            row.setLong(1, history.id());
            row.setLong(2, history.decision().id());
            row.setString(3, Sql.moment(now));
            row.setLong(4, run.startedBy().value());
            row.setLong(5, run.id().value());
            row.setString(6, FieldChange.toDocument(history.decision().changes()));
        });
    }

    /**
     * Writes down what is left as it is of a chunk, and how much that is. The name of who goes is kept with it; the others
     * have theirs.
     */
    void addKept(List<UndoDecision> decisions, ImportRun run, int chunk) {
        jdbc.update(
                "INSERT INTO import_undo_chunk (run_id, chunk, kept) VALUES (?, ?, ?)",
                run.id().value(),
                chunk,
                KeptCounts.of(decisions).toDocument());
        List<Kept> rows = decisions.stream()
                .flatMap(decision -> decision.leftovers().stream().map(leftover -> new Kept(decision, leftover)))
                .toList();
        Sql.batch(jdbc, """
                INSERT INTO import_undo_kept (run_id, line, member_id, subject, reason, detail, name, email)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows, (row, kept) -> {
            Leftover leftover = kept.leftover();
            MemberState member = kept.decision().touched().known().state();
            boolean isGone = kept.decision().removed();
            row.setLong(1, run.id().value());
            row.setLong(2, kept.decision().touched().line());
            row.setLong(3, kept.decision().id());
            row.setString(4, leftover.subject());
            row.setString(5, leftover.reason().name());
            row.setString(
                    6, leftover.values() == null ? null : leftover.values().toDocument());
            row.setString(7, isGone ? member.texts().get(dev.muster.members.StandardField.NAME) : null);
            row.setString(8, isGone ? member.email().shown() : null);
        });
    }
}
