package dev.muster.imports;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recognises a file that comes a second time, whatever it is called. */
@Repository
class SameFiles {

    private final JdbcClient jdbc;

    SameFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the newest import of the same bytes, unless it failed or was undone. */
    Optional<ImportId> find(ImportFileId file) {
        return jdbc.sql("""
                        SELECT r.id FROM import_file f
                        JOIN import_file same ON same.sha256 = f.sha256 AND same.bytes = f.bytes
                        JOIN import_run r ON r.file_id = same.id
                        WHERE f.id = ? AND r.purpose = 'IMPORT' AND r.state <> 'FAILED' AND r.undo_run_id IS NULL
                        ORDER BY r.id DESC LIMIT 1""")
                .param(file.value())
                .query((row, _) -> new ImportId(row.getLong("id")))
                .optional();
    }
}
