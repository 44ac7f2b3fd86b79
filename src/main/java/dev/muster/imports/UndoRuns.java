package dev.muster.imports;

import dev.muster.common.Utc;
import dev.muster.imports.ImportRuns.Purpose;
import dev.muster.security.AccountId;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs that take an import back: rows of {@code import_run} as its imports are, with one in {@code import_undo}. */
@Repository
class UndoRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    UndoRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a run that only looks what an undo of {@code of} would do. */
    ImportId addPreview(ImportId of, AccountId by) {
        ImportId run = next();
        insert(run, of, Purpose.PREVIEW, by);
        return run;
    }

    /**
     * Adds the run that takes {@code of} back; empty where it has one already, has not ended, or wrote nothing. Of many
     * who ask at once, one gets it.
     */
    Optional<ImportId> add(ImportId of, AccountId by) {
        ImportId run = next();
        int claimed = jdbc.sql("""
                        UPDATE import_run SET undo_run_id = ?, version = version + 1
                        WHERE id = ? AND purpose = 'IMPORT' AND undo_run_id IS NULL AND processed > 0
                            AND state IN ('COMPLETED', 'CANCELLED', 'FAILED')""").params(run.value(), of.value()).update();
        if (claimed == 0) {
            return Optional.empty();
        }
        insert(run, of, Purpose.UNDO, by);
        return Optional.of(run);
    }

    private ImportId next() {
        return new ImportId(jdbc.sql("SELECT NEXT VALUE FOR import_run_seq")
                .query(Long.class)
                .single());
    }

    private void insert(ImportId run, ImportId of, Purpose purpose, AccountId by) {
        jdbc.sql("""
                        INSERT INTO import_run (id, version, file_id, file_name, bytes, file_format, state, member_kind,
                            invite, settings, started_by, created_at, fence, total_rows, processed, created, updated,
                            unchanged, rejected, warnings, already_taken, invitations_queued, bytes_read, last_chunk,
                            last_line, working_millis, purpose)
                        SELECT :run, 0, file_id, file_name, bytes, file_format, 'QUEUED', member_kind, invite, settings,
                            :by, :now, 0, processed, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, :purpose
                        FROM import_run WHERE id = :of""")
                .param("run", run.value())
                .param("by", by.value())
                .param("now", now())
                .param("purpose", purpose.name())
                .param("of", of.value())
                .update();
        jdbc.sql("""
                        INSERT INTO import_undo (run_id, import_id, members, restored, memberships, invitations, kept)
                        VALUES (?, ?, 0, 0, 0, 0, 0)""").params(run.value(), of.value()).update();
    }

    /** Puts the undo of {@code of}, which had failed, back into the queue; returns its run and fence. */
    Optional<ImportRunAttempt> requeue(ImportId of) {
        return jdbc.sql("""
                        SELECT r.id, r.fence FROM import_run r JOIN import_undo u ON u.run_id = r.id
                        WHERE u.import_id = ? AND r.purpose = 'UNDO' AND r.state = 'FAILED'""")
                .param(of.value())
                .query((row, _) -> new ImportRunAttempt(new ImportId(row.getLong("id")), row.getLong("fence") + 1))
                .optional()
                .filter(this::isRequeued);
    }

    /** A run, and the number of the attempt at it. */
    record ImportRunAttempt(ImportId run, long fence) {}

    private boolean isRequeued(ImportRunAttempt next) {
        return jdbc.sql("""
                        UPDATE import_run SET state = 'QUEUED', version = version + 1, finished_at = NULL,
                            failure = NULL, failure_detail = NULL, fence = ?
                        WHERE id = ? AND state = 'FAILED' AND fence = ?""")
                        .params(next.fence(), next.run().value(), next.fence() - 1)
                        .update()
                == 1;
    }

    /** Returns the import that {@code run} takes back. */
    ImportId importOf(ImportId run) {
        return new ImportId(jdbc.sql("SELECT import_id FROM import_undo WHERE run_id = ?")
                .param(run.value())
                .query(Long.class)
                .single());
    }

    /** Notes how many rows there are to go through, which an import that was resumed has more of than when it was asked. */
    void counted(ImportRun run, ImportId of) {
        long rows = jdbc.sql("SELECT processed FROM import_run WHERE id = ?")
                .param(of.value())
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE import_run SET total_rows = ? WHERE id = ? AND fence = ?")
                .params(rows, run.id().value(), run.fence())
                .update();
    }

    /**
     * Moves the counters over a chunk that is taken back in the same transaction.
     *
     * @throws FenceLostException where somebody else has the run by now, or nobody wants it any more
     */
    void advance(ImportRun run, WrittenChunk chunk, UndoTally tally, long millis) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET processed = processed + ?, last_chunk = ?, last_progress_at = ?,
                            taken_over_at = NULL, silent_ends = 0, failures = 0, working_millis = working_millis + ?
                        WHERE id = ? AND fence = ? AND state IN ('RUNNING', 'CHECKING') AND last_chunk = ?""")
                .params(chunk.rows(), chunk.number(), now(), millis, run.id().value(), run.fence(), chunk.number() - 1)
                .update();
        run.requireHeld(moved);
        jdbc.sql("""
                        UPDATE import_undo SET members = members + ?, restored = restored + ?,
                            memberships = memberships + ?, invitations = invitations + ?, kept = kept + ?
                        WHERE run_id = ?""")
                .params(
                        tally.members(),
                        tally.restored(),
                        tally.memberships(),
                        tally.invitations(),
                        tally.kept(),
                        run.id().value())
                .update();
    }

    /**
     * Ends a run that went through all of {@code of}, which is undone with it.
     *
     * @throws FenceLostException where somebody else has the run by now
     */
    void finish(ImportRun run, ImportId of) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET state = 'COMPLETED', version = version + 1, finished_at = ?
                        WHERE id = ? AND fence = ? AND state = 'RUNNING'""").params(now(), run.id().value(), run.fence()).update();
        run.requireHeld(moved);
        jdbc.sql("UPDATE import_run SET state = 'UNDONE', version = version + 1 WHERE id = ?")
                .param(of.value())
                .update();
    }

    private LocalDateTime now() {
        return Utc.toColumn(clock.instant());
    }
}
