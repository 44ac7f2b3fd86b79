package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.imports.FileInspection.PreviewRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file begins, and how many rows it has if one reads on.
 *
 * @param preview the rows that the dialog shows
 */
record FileTop(CsvRow header, List<PreviewRow> preview) {

    /** How many rows the dialog shows. */
    static final int PREVIEW_ROWS = 20;

    private static final int PREVIEW_CELL = 200;

    /**
     * Reads the first rows of {@code source}, which stands at its start.
     *
     * @throws UnusableFileException where they are none that can be imported
     */
    static FileTop of(CsvSource source) throws IOException {
        CsvRow header = header(source);
        var preview = new ArrayList<PreviewRow>();
        CsvRow row = source.next();
        while (row != null) {
            List<String> cells = row.cells().stream()
                    .map(cell -> Issue.shortened(cell, PREVIEW_CELL))
                    .toList();
            preview.add(new PreviewRow(row.line(), cells));
            row = preview.size() < PREVIEW_ROWS ? source.next() : null;
        }
        if (preview.isEmpty()) {
            throw new UnusableFileException(FileFault.NO_ROWS);
        }
        return new FileTop(header, preview);
    }

    /**
     * Reads the header of {@code source}, which stands at its start.
     *
     * @throws UnusableFileException where there is none
     */
    static CsvRow header(CsvSource source) throws IOException {
        CsvRow header = source.next();
        if (header == null) {
            throw new UnusableFileException(FileFault.EMPTY);
        }
        requireNames(header);
        return header;
    }

    /** Nobody calls a column by an address: where one stands in the first row, that is a contact, who would be lost. */
    private static void requireNames(CsvRow header) {
        header.cells().stream()
                .flatMap(cell -> EmailAddress.parse(cell).stream())
                .findFirst()
                .ifPresent(address -> {
                    throw new UnusableFileException(FileFault.NO_HEADER, header.line(), address.shown());
                });
    }

    /**
     * Reads {@code source} on from here to its end, and returns how many rows it has, those of the preview included.
     *
     * @param most how many rows a file may have
     * @throws UnusableFileException where it has more, or what the reading met
     */
    long countAll(CsvSource source, long most) throws IOException {
        source.keepNone();
        long rows = preview.size();
        while (rows <= most && source.next() != null) {
            rows++;
        }
        if (rows > most) {
            throw new UnusableFileException(FileFault.TOO_MANY_ROWS, most);
        }
        return rows;
    }
}
