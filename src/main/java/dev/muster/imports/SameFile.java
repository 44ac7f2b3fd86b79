package dev.muster.imports;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds imports of the very same bytes, whatever the file was called. */
@Repository
class SameFile {

    private static final String SAME = "sha256 = (SELECT sha256 FROM import_file WHERE id = ?)";

    private final JdbcClient jdbc;

    SameFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the last import of what {@code file} holds, unless it was taken back or wrote nothing. */
    Optional<ImportSnapshot> lastImport(ImportFileId file) {
        return jdbc.sql(Snapshots.SELECT + " JOIN import_file f ON f.id = r.file_id WHERE f." + SAME + """
                         AND r.purpose = 'IMPORT' AND r.state <> 'UNDONE' AND (r.state NOT IN ('FAILED', 'CANCELLED') OR r.processed > 0)
                        ORDER BY r.id DESC LIMIT 1""")
                .param(file.value())
                .query(Snapshots::read)
                .optional();
    }

    /** Has whoever starts an import of the same bytes wait for the end of the caller's transaction. */
    void lock(ImportFileId file) {
        jdbc.sql("SELECT id FROM import_file WHERE " + SAME + " ORDER BY id FOR UPDATE")
                .param(file.value())
                .query(Long.class)
                .list();
    }
}
