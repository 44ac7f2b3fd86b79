package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.FileInspection.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through a whole file before any row of it is written; where its columns go is decided apart. */
@Component
class FileInspector {

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
     * Returns how many rows {@code file} has, from an earlier look where there was one.
     *
     * @throws UnusableFileException where it cannot be imported
     */
    long rows(StoredFile file, FileFormat format) {
        return isSound(file, format)
                ? inspectedRows(file)
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
        boolean isUndecodable = fault == FileFault.INVALID_ENCODING;
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
            FileTop top = FileTop.of(source);
            long rows = isSound(file, format) ? inspectedRows(file) : count(file, format, top, source);
            return new FileInspection.Usable(
                    file.id(),
                    file.fileName(),
                    file.bytes(),
                    format,
                    detected,
                    top.header().line(),
                    rows,
                    top.header().cells(),
                    top.preview());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(StoredFile file, FileFormat format, FileTop top, CsvSource source) throws IOException {
        long rows = top.countAll(source, limits.maxRows());
        files.inspected(file.id(), format, rows);
        return rows;
    }

    private static long inspectedRows(StoredFile file) {
        return Objects.requireNonNull(file.inspectedRows());
    }

    /** Tells whether an earlier look, on the file's arrival if no other, came to its end: a stored file never changes. */
    private static boolean isSound(StoredFile file, FileFormat format) {
        return file.inspectedRows() != null && format.equals(file.format());
    }
}
