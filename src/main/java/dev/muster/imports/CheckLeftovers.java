package dev.muster.imports;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What a run that only looked has left in the database. */
@Repository
class CheckLeftovers {

    private static final int DELETED_AT_ONCE = 10_000;

    private final JdbcTemplate jdbc;

    CheckLeftovers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Removes all that a check, or the preview of an undo, left behind, in many short transactions. The run is last: what is
     * broken off is found again.
     *
     * @param stopping asked between two of them; once it says yes, the rest stays
     */
    void delete(ImportId check, BooleanSupplier stopping) {
        deleteMembers(check, stopping);
        for (String table : List.of("import_checked_change", "import_issue", "import_rejected_row", "import_chunk")) {
            deleteAll(table + " WHERE import_id = ?", check, stopping);
        }
        deleteAll("import_undo_kept WHERE run_id = ?", check, stopping);
        deleteAll("import_undo_chunk WHERE run_id = ?", check, stopping);
        if (stopping.getAsBoolean()) {
            return;
        }
        jdbc.update("DELETE FROM import_undo WHERE run_id = ?", check.value());
        jdbc.update("DELETE FROM import_run WHERE id = ? AND purpose IN ('CHECK', 'PREVIEW')", check.value());
    }

    /** The table has no index on the check, which each row would pay for: it is gone through once, in the order of its key. */
    private void deleteMembers(ImportId check, BooleanSupplier stopping) {
        String after = "";
        @Nullable String last = lastOfNext(check, after);
        while (last != null && !stopping.getAsBoolean()) {
            jdbc.update(
                    "DELETE FROM import_checked_member WHERE email_key > ? AND email_key <= ? AND import_id = ?",
                    after,
                    last,
                    check.value());
            after = last;
            last = lastOfNext(check, after);
        }
    }

    private @Nullable String lastOfNext(ImportId check, String after) {
        return jdbc.queryForObject(
                "SELECT MAX(email_key) FROM (SELECT email_key FROM import_checked_member"
                        + " WHERE email_key > ? AND import_id = ? ORDER BY email_key LIMIT " + DELETED_AT_ONCE
                        + ") next_ones",
                String.class,
                after,
                check.value());
    }

    private void deleteAll(String rows, ImportId check, BooleanSupplier stopping) {
        int deleted = DELETED_AT_ONCE;
        while (deleted == DELETED_AT_ONCE && !stopping.getAsBoolean()) {
            deleted = jdbc.update("DELETE FROM " + rows + " LIMIT " + DELETED_AT_ONCE, check.value());
        }
    }
}
