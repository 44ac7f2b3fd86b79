package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.FileInspection.PreviewRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks through a whole file before any row of it is written; where its columns go is decided apart. */
@Component
class FileInspector {

    /** How many rows the dialog shows. */
    static final int PREVIEW_ROWS = 20;

    private static final int PREVIEW_CELL = 200;

    private final FileStore files;
    private final ImportLimits limits;
    private final Catalogue catalogue;

    FileInspector(FileStore files, ImportLimits limits, Catalogue catalogue) {
        this.files = files;
        this.limits = limits;
        this.catalogue = catalogue;
    }

    /** Reads {@code file} to its end, and keeps how many rows it has where it is sound. */
    FileInspection inspect(StoredFile file) {
        try {
            return lookThrough(file);
        } catch (UnusableFileException e) {
            return new FileInspection.Unusable(file.fileName(), file.bytes(), e.problem(catalogue));
        }
    }

    /**
     * Returns how many rows {@code file} has, from an earlier look where there was one: a stored file never changes.
     *
     * @throws UnusableFileException where it cannot be imported
     */
    long rows(StoredFile file) {
        return file.inspectedRows() != null
                ? file.inspectedRows()
                : lookThrough(file).rows();
    }

    private FileInspection.Usable lookThrough(StoredFile file) {
        CsvSource.Dialect dialect = CsvSource.Dialect.STANDARD;
        try (CsvSource source = CsvSource.open(files.open(file), dialect)) {
            CsvRow header = source.next();
            if (header == null) {
                throw new UnusableFileException(FileFault.EMPTY);
            }
            var preview = new ArrayList<PreviewRow>();
            long rows = count(source, preview);
            files.inspected(file.id(), rows);
            return new FileInspection.Usable(
                    file.id(),
                    file.fileName(),
                    file.bytes(),
                    dialect.encoding(),
                    dialect.delimiter(),
                    rows,
                    header.cells(),
                    preview);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(CsvSource source, List<PreviewRow> preview) throws IOException {
        long rows = 0;
        for (CsvRow row = source.next(); row != null; row = source.next()) {
            if (++rows > limits.maxRows()) {
                throw new UnusableFileException(FileFault.TOO_MANY_ROWS, limits.maxRows());
            }
            if (preview.size() < PREVIEW_ROWS) {
                List<String> cells = row.cells().stream()
                        .map(cell -> Issue.shortened(cell, PREVIEW_CELL))
                        .toList();
                preview.add(new PreviewRow(row.line(), cells));
            }
        }
        if (rows == 0) {
            throw new UnusableFileException(FileFault.NO_ROWS);
        }
        return rows;
    }
}
