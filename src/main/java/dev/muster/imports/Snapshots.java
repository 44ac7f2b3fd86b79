package dev.muster.imports;

import dev.muster.common.LikePattern;
import dev.muster.common.Utc;
import dev.muster.members.MemberKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports as people see them. */
@Repository
class Snapshots {

    static final String SELECT = """
            SELECT r.*, a.name AS starter,
                (SELECT COUNT(*) FROM import_run o WHERE o.state IN ('CHECKING', 'RUNNING')) AS working,
                u.run_id, u.import_id, ur.state AS undo_state, u.members, u.restored, u.memberships, u.invitations, u.kept
            FROM import_run r JOIN account a ON a.id = r.started_by
            LEFT JOIN import_undo u ON u.run_id = COALESCE(r.undo_run_id, r.id)
            LEFT JOIN import_run ur ON ur.id = u.run_id
            """;

    private static final int MILLIS = 1000;

    private static final String FOUND = """
             WHERE r.purpose = 'IMPORT'
            AND (LOWER(r.file_name) LIKE :search ESCAPE '!' OR LOWER(a.name) LIKE :search ESCAPE '!')""";

    private static final String ACTIVE_FIRST = """
             ORDER BY CASE WHEN r.state IN ('QUEUED', 'CHECKING', 'RUNNING') THEN 0 ELSE 1 END, r.created_at DESC,
                r.id DESC""";

    private final JdbcClient jdbc;

    Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ImportSnapshot> find(ImportId id) {
        return jdbc.sql(SELECT + " WHERE r.id = ?")
                .param(id.value())
                .query(Snapshots::read)
                .optional();
    }

    List<ImportSnapshot> list(String search, int offset, int limit) {
        return jdbc.sql(SELECT + FOUND + ACTIVE_FIRST + " LIMIT :limit OFFSET :offset")
                .param("search", LikePattern.containing(search))
                .param("limit", limit)
                .param("offset", offset)
                .query(Snapshots::read)
                .list();
    }

    List<ImportSnapshot> active() {
        return jdbc.sql(SELECT
                        + " WHERE r.state IN ('QUEUED', 'CHECKING', 'RUNNING') ORDER BY r.created_at DESC, r.id DESC")
                .query(Snapshots::read)
                .list();
    }

    long count(String search) {
        return jdbc.sql("SELECT COUNT(*) FROM import_run r JOIN account a ON a.id = r.started_by" + FOUND)
                .param("search", LikePattern.containing(search))
                .query(Long.class)
                .single();
    }

    static ImportSnapshot read(ResultSet row, int number) throws SQLException {
        ImportState state = ImportState.valueOf(row.getString("state"));
        Long total = row.getObject("total_rows", Long.class);
        long processed = row.getLong("processed");
        long speed = speed(processed, row.getLong("working_millis"));
        return new ImportSnapshot(
                new ImportId(row.getLong("id")),
                row.getString("file_name"),
                row.getString("starter"),
                ImportRuns.Purpose.valueOf(row.getString("purpose")).isLookingOnly(),
                state,
                MemberKind.valueOf(row.getString("member_kind")),
                row.getBoolean("invite"),
                StoredSettings.groups(row.getString("settings")),
                row.getLong("bytes"),
                row.getLong("bytes_read"),
                total,
                processed,
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                row.getLong("warnings"),
                row.getLong("already_taken"),
                row.getLong("invitations_queued"),
                speed,
                state == ImportState.RUNNING ? secondsLeft(total, processed, speed) : null,
                state.isActive() && row.getTimestamp("cancel_requested_at") != null,
                delay(row, state),
                Objects.requireNonNull(Utc.fromColumn(row, "created_at")),
                Utc.fromColumn(row, "started_at"),
                finishedAt(row),
                failure(row),
                undo(row));
    }

    private static @Nullable ImportUndo undo(ResultSet row) throws SQLException {
        long run = row.getLong("run_id");
        return row.wasNull()
                ? null
                : new ImportUndo(
                        new ImportId(run),
                        new ImportId(row.getLong("import_id")),
                        ImportState.valueOf(row.getString("undo_state")),
                        row.getLong("members"),
                        row.getLong("restored"),
                        row.getLong("memberships"),
                        row.getLong("invitations"),
                        row.getLong("kept"));
    }

    private static long speed(long rows, long millis) {
        return rows == 0 ? 0 : rows * MILLIS / Math.max(1, millis);
    }

    private static @Nullable Long secondsLeft(@Nullable Long total, long processed, long speed) {
        return total == null || speed == 0 ? null : Math.ceilDiv(Math.max(0, total - processed), speed);
    }

    private static @Nullable ImportDelay delay(ResultSet row, ImportState state) throws SQLException {
        if (state == ImportState.QUEUED && row.getLong("working") > 0) {
            return ImportDelay.ANOTHER_IMPORT;
        }
        boolean isBackFromRestart = row.getTimestamp("taken_over_at") != null;
        return state == ImportState.RUNNING && isBackFromRestart ? ImportDelay.RESTART : null;
    }

    private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
        return Utc.fromColumn(row, "finished_at");
    }

    private static @Nullable FileProblem failure(ResultSet row) throws SQLException {
        String message = row.getString("failure");
        String explanation = row.getString("failure_detail");
        return message == null ? null : new FileProblem(message, explanation == null ? "" : explanation);
    }
}
