package dev.muster.imports;

import dev.muster.common.Utc;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs that only look, checks of files and previews of undos: they are dropped when nobody wants them any more. */
@Repository
class ImportChecks {

    private final JdbcClient jdbc;

    ImportChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends a check that nobody wants any more, wherever it runs. */
    void forget(ImportId check) {
        jdbc.sql("""
                        UPDATE import_run SET state = 'CANCELLED', version = version + 1, fence = fence + 1
                        WHERE id = ? AND purpose IN ('CHECK', 'PREVIEW')""").param(check.value()).update();
    }

    /** Ends the checks of a file, wherever they run. */
    void forgetChecksOf(ImportFileId file) {
        jdbc.sql("""
                        UPDATE import_run SET state = 'CANCELLED', version = version + 1, fence = fence + 1
                        WHERE file_id = ? AND purpose = 'CHECK'""").param(file.value()).update();
    }

    /** Tells whether {@code check} has gone through all of {@code file}. */
    boolean isChecked(ImportId check, ImportFileId file) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM import_run
                        WHERE id = ? AND file_id = ? AND purpose = 'CHECK' AND state = 'CHECKED'""")
                        .params(check.value(), file.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Returns the checks that nobody wants any more, or that began before {@code begun}, but for those still needed: of
     * imports under way, and of such as could be resumed and did not end before {@code ended}.
     */
    List<ImportId> old(Instant begun, Instant ended) {
        return jdbc.sql("""
                        SELECT c.id FROM import_run c WHERE c.purpose IN ('CHECK', 'PREVIEW')
                        AND (c.state = 'CANCELLED' OR c.created_at < ?)
                        AND NOT EXISTS (SELECT 1 FROM import_run r WHERE r.check_id = c.id
                            AND (r.state IN ('QUEUED', 'RUNNING')
                                OR (r.state IN ('FAILED', 'CANCELLED') AND r.finished_at >= ?)))""")
                .params(Utc.toColumn(begun), Utc.toColumn(ended))
                .query((row, _) -> new ImportId(row.getLong("id")))
                .list();
    }
}
