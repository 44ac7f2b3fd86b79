package dev.muster.imports;

import dev.muster.imports.ResultRows.MemberLine;
import dev.muster.members.StandardField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where the file of an import has the columns that a page of rows shows. */
@Component
class ImportHeaders {

    static final Places NOWHERE = new Places(-1, -1, -1);

    private final FileStore files;
    private final ImportRuns runs;

    ImportHeaders(FileStore files, ImportRuns runs) {
        this.files = files;
        this.runs = runs;
    }

    /** The indexes of columns, -1 for one that the file does not have. */
    record Places(int name, int email, int company) {

        /** Returns what the cells of a rejected row say. */
        MemberLine line(List<String> cells) {
            return new MemberLine(cell(cells, name), cell(cells, email), cell(cells, company));
        }

        private static String cell(List<String> cells, int index) {
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    /** Reads the header of the import's file. */
    Places of(ImportId id) {
        Optional<StoredFile> file = files.find(runs.file(id));
        if (file.isEmpty()) {
            return NOWHERE;
        }
        try (CsvSource source =
                CsvSource.open(files.open(file.get()), runs.format(id).orElse(FileFormat.STANDARD))) {
            CsvRow header = source.next();
            return header == null ? NOWHERE : places(header.cells());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Places places(List<String> names) {
        List<Optional<StandardField>> fields =
                names.stream().map(StandardField::named).toList();
        return new Places(
                fields.indexOf(Optional.of(StandardField.NAME)),
                fields.indexOf(Optional.of(StandardField.EMAIL)),
                fields.indexOf(Optional.of(StandardField.COMPANY)));
    }
}
