package dev.muster.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.common.Catalogue;
import dev.muster.security.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes corrected rows as a file to import, in the columns of the file they are from. */
@Component
class CorrectionFile {

    private final Corrections corrections;
    private final FileStore files;
    private final Snapshots snapshots;
    private final Catalogue catalogue;

    CorrectionFile(Corrections corrections, FileStore files, Snapshots snapshots, Catalogue catalogue) {
        this.corrections = corrections;
        this.files = files;
        this.snapshots = snapshots;
        this.catalogue = catalogue;
    }

    /** Stores the rows of import {@code id} that can be imported, of which there are {@code rows}. */
    StoredFile write(ImportId id, List<String> header, long rows, AccountId by) {
        String original = snapshots.find(id).map(ImportSnapshot::fileName).orElseThrow();
        try {
            Path onDisk = Files.createTempFile("corrections", ".csv");
            try {
                writeRows(id, header, onDisk);
                return store(catalogue.text("imports.corrections-of", original), onDisk, rows, by);
            } finally {
                Files.delete(onDisk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeRows(ImportId id, List<String> header, Path onDisk) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(onDisk)) {
            csv.writeRecord(header);
            corrections.eachReady(id, csv::writeRecord);
        }
    }

    private StoredFile store(String name, Path onDisk, long rows, AccountId by) throws IOException {
        try (InputStream content = Files.newInputStream(onDisk)) {
            ImportFileId id = files.write(name, content, by);
            files.inspected(id, FileFormat.STANDARD, rows);
            return files.find(id).orElseThrow();
        }
    }
}
