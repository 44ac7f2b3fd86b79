package dev.muster.imports;

import dev.muster.common.Utc;
import dev.muster.members.MemberKind;
import dev.muster.security.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who works on an import, and how far it is. Every change of a running import carries its fence. How it ends: {@link ImportEnds}. */
@Repository
class ImportRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why a file, or what became of it, is gone through. */
    enum Purpose {
        IMPORT,
        /** To see what an import would do. */
        CHECK,
        /** To take an import back. */
        UNDO,
        /** To see what an undo would do. */
        PREVIEW;

        boolean isLookingOnly() {
            return this == CHECK || this == PREVIEW;
        }
    }

    /**
     * Takes an import up, which shuts out whoever had it before; empty where there is nothing left to do for it. One
     * transaction, so that two who begin at the same time do not read the same fence.
     */
    @Transactional
    Optional<ImportRun> begin(ImportId id) {
        int taken = jdbc.sql("""
                        UPDATE import_run SET
                            taken_over_at = CASE WHEN state = 'QUEUED' THEN taken_over_at ELSE :now END,
                            take_overs = take_overs + CASE WHEN in_hand AND state <> 'QUEUED' THEN 1 ELSE 0 END,
                            failures = CASE WHEN state = 'QUEUED' THEN 0 ELSE failures END,
                            in_hand = TRUE,
                            state = CASE WHEN purpose IN ('CHECK', 'PREVIEW') THEN 'CHECKING' ELSE 'RUNNING' END,
                            fence = fence + 1, version = version + 1, silent_ends = silent_ends + 1,
                            started_at = COALESCE(started_at, :now)
                        WHERE id = :id AND state IN ('QUEUED', 'RUNNING', 'CHECKING')""").param("now", now()).param("id", id.value()).update();
        return taken == 0
                ? Optional.empty()
                : jdbc.sql("SELECT * FROM import_run WHERE id = ?")
                        .param(id.value())
                        .query(ImportRuns::run)
                        .optional();
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                new ImportId(row.getLong("id")),
                new ImportFileId(row.getLong("file_id")),
                row.getString("file_name"),
                MemberKind.valueOf(row.getString("member_kind")),
                row.getBoolean("invite"),
                StoredSettings.groups(row.getString("settings")),
                StoredSettings.rows(row.getString("settings")),
                new AccountId(row.getLong("started_by")),
                row.getLong("fence"),
                Purpose.valueOf(row.getString("purpose")),
                check(row),
                row.getInt("last_chunk"),
                row.getLong("last_line"),
                row.getInt("silent_ends") - 1);
    }

    private static @Nullable ImportId check(ResultSet row) throws SQLException {
        long check = row.getLong("check_id");
        return row.wasNull() ? null : new ImportId(check);
    }

    /** Notes that whoever had the import last did not die over it, but stopped and could say so. */
    void endedWithAWord(ImportId id) {
        jdbc.sql("UPDATE import_run SET silent_ends = 0, in_hand = FALSE WHERE id = ?")
                .param(id.value())
                .update();
    }

    /**
     * Notes that whoever had the import last stopped on a failure; returns how many in a row did, without a chunk, or empty
     * where the import, which was a check then, is gone.
     */
    @Transactional
    Optional<Integer> failed(ImportId id) {
        jdbc.sql("UPDATE import_run SET silent_ends = 0, in_hand = FALSE, failures = failures + 1 WHERE id = ?")
                .param(id.value())
                .update();
        return jdbc.sql("SELECT failures FROM import_run WHERE id = ?")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    /** Notes how the file is read, and how many rows there are to import. */
    void counted(ImportRun run, FileFormat format, long rows) {
        jdbc.sql("UPDATE import_run SET file_format = ?, total_rows = ? WHERE id = ? AND fence = ?")
                .params(format.toText(), rows, run.id().value(), run.fence())
                .update();
    }

    /**
     * Moves the counters over a chunk that is written in the same transaction; comes before what has a foreign
     * key to it.
     * A newer version that changes its table while this one works takes the table, then its children: whoever took them
     * the other way round and that change would wait for each other, and the server would not see it.
     *
     * @throws FenceLostException where somebody else has the import by now
     */
    void advance(ImportRun run, int chunk, PreparedChunk rows, Tally tally, long millis) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET processed = processed + :rows, created = created + :created,
                            updated = updated + :updated, unchanged = unchanged + :unchanged,
                            rejected = rejected + :rejected, warnings = warnings + :warnings,
                            already_taken = already_taken + :taken, invitations_queued = invitations_queued + :invited,
                            bytes_read = :bytes, last_chunk = :chunk, last_line = :line, last_progress_at = :now,
                            taken_over_at = NULL, silent_ends = 0, failures = 0,
                            working_millis = working_millis + :millis
                        WHERE id = :id AND fence = :fence AND state IN ('RUNNING', 'CHECKING') AND last_chunk = :chunk - 1""")
                .param("rows", tally.rows())
                .param("created", tally.created())
                .param("updated", tally.updated())
                .param("unchanged", tally.unchanged())
                .param("rejected", tally.rejected())
                .param("warnings", tally.warnings())
                .param("taken", tally.alreadyTaken())
                .param("invited", tally.invitationsQueued())
                .param("bytes", rows.bytesRead())
                .param("chunk", chunk)
                .param("line", rows.lastLine())
                .param("now", now())
                .param("millis", millis)
                .param("id", run.id().value())
                .param("fence", run.fence())
                .update();
        run.requireHeld(moved);
    }

    /**
     * What an import has to heed between two chunks.
     *
     * @param isAlone whether no other import, check or undo is at work
     */
    record Company(boolean isCancelRequested, boolean isAlone) {}

    /**
     * Looks what there is to heed.
     *
     * @throws FenceLostException where the import, which is a check then, is gone
     */
    Company company(ImportRun run) {
        return jdbc.sql("""
                        SELECT r.cancel_requested_at IS NOT NULL AS asked,
                            (SELECT COUNT(*) FROM import_run o WHERE o.state IN ('CHECKING', 'RUNNING') AND o.id <> r.id)
                                AS others
                        FROM import_run r WHERE r.id = ?""")
                .param(run.id().value())
                .query((row, _) -> new Company(row.getBoolean("asked"), row.getLong("others") == 0))
                .optional()
                .orElseThrow(() -> new FenceLostException(run));
    }

    /** Keeps others from changing what belongs to the import until the caller's transaction ends. */
    void lock(ImportId id) {
        jdbc.sql("SELECT id FROM import_run WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** Notes that the rows of {@code corrected} are rejected rows of {@code original}, put right. */
    void corrects(ImportId corrected, ImportId original) {
        jdbc.sql("UPDATE import_run SET corrects_id = ? WHERE id = ?")
                .params(original.value(), corrected.value())
                .update();
    }

    private LocalDateTime now() {
        return Utc.toColumn(clock.instant());
    }
}
