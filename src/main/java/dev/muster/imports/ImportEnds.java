package dev.muster.imports;

import dev.muster.common.Utc;
import dev.muster.members.MemberPulse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import ends, and how it comes back into the queue afterwards. Pages that list members keep still while an import
 * writes, and hear of all of it once, where it ends.
 */
@Repository
class ImportEnds {

    private static final int MAX_FAILURE = 4000;

    private final JdbcClient jdbc;
    private final MemberPulse pulse;
    private final Clock clock;

    ImportEnds(JdbcClient jdbc, MemberPulse pulse, Clock clock) {
        this.jdbc = jdbc;
        this.pulse = pulse;
        this.clock = clock;
    }

    /**
     * Ends an import that went well.
     *
     * @throws FenceLostException where somebody else has the import by now
     */
    @Transactional
    void complete(ImportRun run, long summaryMail) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET state = 'COMPLETED', version = version + 1, finished_at = ?,
                            summary_mail_id = ?, bytes_read = bytes
                        WHERE id = ? AND fence = ? AND state = 'RUNNING'""")
                .params(now(), summaryMail, run.id().value(), run.fence())
                .update();
        run.requireHeld(moved);
        pulse.beat();
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
    @Transactional
    void fail(ImportRun run, FileProblem problem) {
        int moved = jdbc.sql("""
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
        tellPages(run.id(), moved);
    }

    /** Ends an import that kept failing, whoever has it; it can be resumed. */
    @Transactional
    void giveUp(ImportId id, FileProblem problem) {
        int moved = jdbc.sql("""
                        UPDATE import_run SET state = 'FAILED', version = version + 1, fence = fence + 1,
                            finished_at = ?, failure = ?, failure_detail = ?
                        WHERE id = ? AND state IN ('QUEUED', 'RUNNING', 'CHECKING')""")
                .params(
                        now(),
                        Issue.shortened(problem.message(), MAX_FAILURE),
                        Issue.shortened(problem.explanation(), MAX_FAILURE),
                        id.value())
                .update();
        tellPages(id, moved);
    }

    /** Asks an import to stop; one that still waits stops at once. What that had written, pages know since it stopped. */
    void requestCancel(ImportId id) {
        jdbc.sql("""
                        UPDATE import_run SET cancel_requested_at = ? WHERE id = ? AND cancel_requested_at IS NULL
                        AND purpose <> 'UNDO' AND state IN ('QUEUED', 'RUNNING', 'CHECKING')""").params(now(), id.value()).update();
        jdbc.sql("""
                        UPDATE import_run SET state = 'CANCELLED', version = version + 1, finished_at = ?
                        WHERE id = ? AND state = 'QUEUED' AND purpose <> 'UNDO'""").params(now(), id.value()).update();
    }

    /** Ends an import that somebody asked to stop; tells whether somebody had. */
    @Transactional
    boolean cancelIfRequested(ImportRun run) {
        boolean requested = jdbc.sql("SELECT cancel_requested_at FROM import_run WHERE id = ? FOR UPDATE")
                .param(run.id().value())
                .query((row, _) -> row.getTimestamp("cancel_requested_at") != null)
                .optional()
                .orElseThrow(() -> new FenceLostException(run));
        if (requested) {
            int moved =
                    jdbc.sql("""
                            UPDATE import_run SET state = 'CANCELLED', version = version + 1, finished_at = ?
                            WHERE id = ? AND fence = ? AND state IN ('RUNNING', 'CHECKING')""").params(now(), run.id().value(), run.fence()).update();
            tellPages(run.id(), moved);
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

    /** A check writes nothing about members, and an undo tells of each chunk by itself. */
    private void tellPages(ImportId id, int moved) {
        boolean wrote = moved == 1
                && jdbc.sql("SELECT COUNT(*) FROM import_run WHERE id = ? AND purpose = 'IMPORT' AND last_chunk > 0")
                                .param(id.value())
                                .query(Long.class)
                                .single()
                        == 1;
        if (wrote) {
            pulse.beat();
        }
    }

    private LocalDateTime now() {
        return Utc.toColumn(clock.instant());
    }
}
