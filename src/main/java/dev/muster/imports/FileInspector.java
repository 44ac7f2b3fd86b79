package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.common.EmailAddress;
import dev.muster.imports.FileInspection.PreviewRow;
import dev.muster.imports.FileInspection.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through a whole file before any row of it is written; where its columns go is decided apart. */
@Component
class FileInspector {

    /** How many rows the dialog shows. */
    static final int PREVIEW_ROWS = 20;

    private static final int PREVIEW_CELL = 200;

    private final FileStore files;
    private final FileFormats formats;
    private final ImportLimits limits;
    private final Catalogue catalogue;

    FileInspector(FileStore files, FileFormats formats, ImportLimits limits, Catalogue catalogue) {
        this.files = files;
        this.formats = formats;
        this.limits = limits;
        this.catalogue = catalogue;
    }

    /** Reads {@code file} to its end as {@code choice} says, and keeps how, and how many rows it has, where it is sound. */
    FileInspection inspect(StoredFile file, FormatChoice choice) {
        FileFormat detected = detected(file, choice);
        try {
            FileName.requireNoProgram(file.fileName());
            return settle(file, choice, detected);
        } catch (UnusableFileException e) {
            return new FileInspection.Unusable(
                    file.fileName(), file.bytes(), e.problem(catalogue), reading(file, choice, detected, e.fault()));
        }
    }

    /**
     * Returns how {@code file} is written.
     *
     * @throws UnusableFileException where it cannot be imported
     */
    FileFormat format(StoredFile file) {
        FileName.requireNoProgram(file.fileName());
        return file.format() != null
                ? file.format()
                : settle(file, FormatChoice.DETECT, formats.detect(file)).format();
    }

    /**
     * Returns how many rows {@code file} has, from an earlier look where there was one: a stored file never changes.
     *
     * @throws UnusableFileException where it cannot be imported
     */
    long rows(StoredFile file, FileFormat format) {
        return file.inspectedRows() != null && format.equals(file.format())
                ? file.inspectedRows()
                : lookThrough(file, format, format).rows();
    }

    /** Where the encoding is chosen, the file is not tried as UTF-8, and has to be looked at for what it is. */
    private FileFormat detected(StoredFile file, FormatChoice choice) {
        FileFormat detected = formats.detect(file);
        return choice.encoding() == null
                ? detected
                : new FileFormat(formats.older(file).orElse(detected.encoding()), detected.delimiter());
    }

    private static @Nullable Reading reading(
            StoredFile file, FormatChoice choice, FileFormat detected, FileFault fault) {
        boolean isUndecodable = fault == FileFault.INVALID_ENCODING || fault == FileFault.NUL;
        return fault.dependsOnFormat() ? new Reading(file.id(), choice.over(detected), detected, isUndecodable) : null;
    }

    /** Whether bytes are UTF-8 is known at their end alone; where they are not, the file may be older than that. */
    private FileInspection.Usable settle(StoredFile file, FormatChoice choice, FileFormat detected) {
        try {
            return lookThrough(file, choice.over(detected), detected);
        } catch (UnusableFileException e) {
            if (choice.encoding() != null || e.fault() != FileFault.INVALID_ENCODING) {
                throw e;
            }
            TextEncoding older = formats.older(file).orElseThrow(() -> e);
            return lookThroughOlder(file, choice, new FileFormat(older, detected.delimiter()), e);
        }
    }

    private FileInspection.Usable lookThroughOlder(
            StoredFile file, FormatChoice choice, FileFormat detected, UnusableFileException asUtf8) {
        try {
            return lookThrough(file, choice.over(detected), detected);
        } catch (UnusableFileException e) {
            throw e.fault() == FileFault.INVALID_ENCODING || e.fault() == FileFault.NUL ? asUtf8 : e;
        }
    }

    private FileInspection.Usable lookThrough(StoredFile file, FileFormat format, FileFormat detected) {
        try (CsvSource source = CsvSource.open(files.open(file), format)) {
            CsvRow header = source.next();
            if (header == null) {
                throw new UnusableFileException(FileFault.EMPTY);
            }
            requireNames(header);
            var preview = new ArrayList<PreviewRow>();
            long rows = count(source, preview);
            files.inspected(file.id(), format, rows);
            return new FileInspection.Usable(
                    file.id(),
                    file.fileName(),
                    file.bytes(),
                    format,
                    detected,
                    header.line(),
                    rows,
                    header.cells(),
                    preview);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            } else {
                source.keepNone();
            }
        }
        if (rows == 0) {
            throw new UnusableFileException(FileFault.NO_ROWS);
        }
        return rows;
    }
}
