package dev.muster.imports;

import dev.muster.imports.ResultRows.MemberLine;
import dev.muster.members.StandardField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where the file of an import has the columns that a page of rows shows. */
@Component
class ImportHeaders {

    static final Places NOWHERE = new Places(List.of(), -1, -1);

    private final FileStore files;
    private final ImportOrders orders;

    ImportHeaders(FileStore files, ImportOrders orders) {
        this.files = files;
        this.orders = orders;
    }

    /** The indexes of columns, -1 for one that the file does not have; several make up the name. */
    record Places(List<Integer> names, int email, int company) {

        /** Returns what the cells of a rejected row say. */
        MemberLine line(List<String> cells) {
            return new MemberLine(name(cells), cell(cells, email), cell(cells, company));
        }

        private String name(List<String> cells) {
            return names.stream()
                    .map(index -> cell(cells, index))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private static String cell(List<String> cells, int index) {
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    /** Reads the header of the import's file. */
    Places of(ImportId id) {
        Optional<StoredFile> file = files.find(orders.file(id));
        if (file.isEmpty()) {
            return NOWHERE;
        }
        try (CsvSource source =
                CsvSource.open(files.open(file.get()), orders.format(id).orElse(FileFormat.STANDARD))) {
            CsvRow header = source.next();
            return header == null
                    ? NOWHERE
                    : places(header.cells(), orders.rowOptions(id).columns());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Places places(List<String> names, List<ChosenColumn> chosen) {
        List<ColumnTarget> targets = chosen.isEmpty()
                ? names.stream().map(ImportHeaders::byName).toList()
                : chosen.stream().map(ChosenColumn::target).toList();
        int whole = targets.indexOf(new ColumnTarget.Standard(StandardField.NAME));
        List<Integer> name = whole >= 0
                ? List.of(whole)
                : Stream.of(ColumnTarget.Part.values())
                        .map(part -> targets.indexOf(new ColumnTarget.NamePart(part)))
                        .toList();
        return new Places(
                name,
                targets.indexOf(new ColumnTarget.Standard(StandardField.EMAIL)),
                targets.indexOf(new ColumnTarget.Standard(StandardField.COMPANY)));
    }

    private static ColumnTarget byName(String name) {
        return StandardField.named(name)
                .<ColumnTarget>map(ColumnTarget.Standard::new)
                .orElse(new ColumnTarget.Undecided());
    }
}
