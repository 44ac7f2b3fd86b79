package dev.muster.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.common.Catalogue;
import dev.muster.security.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The file, and the lines on which its rows were rejected. */
    record Written(StoredFile file, List<Long> lines) {}

    /** Stores the rows of import {@code id} that can be imported. */
    Written write(ImportId id, List<String> header, AccountId by) {
        String original = snapshots.find(id).map(ImportSnapshot::fileName).orElseThrow();
        try {
            Path onDisk = Files.createTempFile("corrections", ".csv");
            try {
                List<Long> lines = writeRows(id, header, onDisk);
                String name = catalogue.text("imports.corrections-of", original);
                return new Written(store(name, onDisk, lines.size(), by), lines);
            } finally {
                Files.delete(onDisk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> writeRows(ImportId id, List<String> header, Path onDisk) throws IOException {
        var lines = new ArrayList<Long>();
        try (CsvWriter csv = CsvWriter.builder().build(onDisk)) {
            csv.writeRecord(header);
            corrections.eachReady(id, row -> {
                csv.writeRecord(row.cells());
                lines.add(row.line());
            });
        }
        return lines;
    }

    private StoredFile store(String name, Path onDisk, long rows, AccountId by) throws IOException {
        try (InputStream content = Files.newInputStream(onDisk)) {
            ImportFileId id = files.write(name, content, by);
            files.inspected(id, FileFormat.STANDARD, rows);
            return files.find(id).orElseThrow();
        }
    }
}
