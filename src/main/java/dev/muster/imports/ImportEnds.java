package dev.muster.imports;

import dev.muster.common.Utc;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How an import ends, and how it comes back into the queue afterwards. */
@Repository
class ImportEnds {

    private static final int MAX_FAILURE = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportEnds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Ends an import that went well.
     *
     * @throws FenceLostException where somebody else has the import by now
     */
    void complete(ImportRun run, long summaryMail) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET state = 'COMPLETED', version = version + 1, finished_at = ?,
                            summary_mail_id = ?, bytes_read = bytes
                        WHERE id = ? AND fence = ? AND state = 'RUNNING'""")
                .params(now(), summaryMail, run.id().value(), run.fence())
                .update();
        run.requireHeld(moved);
    }

    /**
     * Ends a check that went through the whole file.
     *
     * @throws FenceLostException where somebody else has it by now, or nobody wants it any more
     */
    void checked(ImportRun run) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET state = 'CHECKED', version = version + 1, finished_at = ?,
                            bytes_read = bytes
                        WHERE id = ? AND fence = ? AND state = 'CHECKING'""").params(now(), run.id().value(), run.fence()).update();
        run.requireHeld(moved);
    }

    /** Ends an import for {@code problem}; it can be resumed. */
    void fail(ImportRun run, FileProblem problem) {
        jdbc.sql("""
                        UPDATE import_run SET state = 'FAILED', version = version + 1, finished_at = ?, failure = ?,
                            failure_detail = ?
                        WHERE id = ? AND fence = ? AND state IN ('RUNNING', 'CHECKING')""")
                .params(
                        now(),
                        Issue.shortened(problem.message(), MAX_FAILURE),
                        Issue.shortened(problem.explanation(), MAX_FAILURE),
                        run.id().value(),
                        run.fence())
                .update();
    }

    /** Ends an import that kept failing, whoever has it; it can be resumed. */
    void giveUp(ImportId id, FileProblem problem) {
        jdbc.sql("""
                        UPDATE import_run SET state = 'FAILED', version = version + 1, fence = fence + 1,
                            finished_at = ?, failure = ?, failure_detail = ?
                        WHERE id = ? AND state IN ('QUEUED', 'RUNNING', 'CHECKING')""")
                .params(
                        now(),
                        Issue.shortened(problem.message(), MAX_FAILURE),
                        Issue.shortened(problem.explanation(), MAX_FAILURE),
                        id.value())
                .update();
    }

    /** Asks an import to stop; one that still waits stops at once. */
    void requestCancel(ImportId id) {
        jdbc.sql("""
                        UPDATE import_run SET cancel_requested_at = ? WHERE id = ? AND cancel_requested_at IS NULL
                        AND purpose <> 'UNDO' AND state IN ('QUEUED', 'RUNNING', 'CHECKING')""").params(now(), id.value()).update();
        jdbc.sql("""
                        UPDATE import_run SET state = 'CANCELLED', version = version + 1, finished_at = ?
                        WHERE id = ? AND state = 'QUEUED' AND purpose <> 'UNDO'""").params(now(), id.value()).update();
    }

    /** Ends an import that somebody asked to stop; tells whether somebody had. */
    boolean cancelIfRequested(ImportRun run) {
        boolean requested = jdbc.sql("SELECT cancel_requested_at FROM import_run WHERE id = ?")
                .param(run.id().value())
                .query((row, _) -> row.getTimestamp("cancel_requested_at") != null)
                .optional()
                .orElseThrow(() -> new FenceLostException(run));
        if (requested) {
            jdbc.sql("""
                            UPDATE import_run SET state = 'CANCELLED', version = version + 1, finished_at = ?
                            WHERE id = ? AND fence = ? AND state IN ('RUNNING', 'CHECKING')""").params(now(), run.id().value(), run.fence()).update();
        }
        return requested;
    }

    /** Puts a cancelled or failed import back into the queue; returns its fence, or empty where it is neither, or undone. */
    Optional<Long> requeue(ImportId id) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET state = 'QUEUED', version = version + 1, cancel_requested_at = NULL,
                            finished_at = NULL, failure = NULL, failure_detail = NULL, fence = fence + 1
                        WHERE id = ? AND state IN ('CANCELLED', 'FAILED') AND purpose = 'IMPORT' AND undo_run_id IS NULL""").param(id.value()).update();
        return moved == 0
                ? Optional.empty()
                : jdbc.sql("SELECT fence FROM import_run WHERE id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .optional();
    }

    private LocalDateTime now() {
        return Utc.toColumn(clock.instant());
    }
}
