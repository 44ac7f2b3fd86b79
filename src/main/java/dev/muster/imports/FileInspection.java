package dev.muster.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look through a whole uploaded file found, before any row is written. */
public sealed interface FileInspection {

    /** The file as the admin named it. */
    String fileName();

    /** The file's size. */
    long bytes();

    /**
     * The file can be imported.
     *
     * @param format how it was read
     * @param detected what was detected, where that is something else
     * @param headerLine the line of the header
     * @param rows the rows that are not blank, without the header
     * @param columns the header, in the file's order
     * @param preview the first rows
     */
    record Usable(
            ImportFileId file,
            String fileName,
            long bytes,
            FileFormat format,
            FileFormat detected,
            long headerLine,
            long rows,
            List<String> columns,
            List<PreviewRow> preview)
            implements FileInspection {

        public Usable {
            columns = List.copyOf(columns);
            preview = List.copyOf(preview);
        }
    }

    /**
     * The file cannot be imported, and why.
     *
     * @param reading how it was read, where reading it in another way may help; else null
     */
    record Unusable(
            String fileName,
            long bytes,
            FileProblem problem,
            @Nullable Reading reading) implements FileInspection {}

    /**
     * How a file was read.
     *
     * @param detected what was detected, where that is something else
     * @param isUndecodable whether some of its bytes stand for nothing in this encoding; a NUL is one in most others, too
     */
    record Reading(ImportFileId file, FileFormat format, FileFormat detected, boolean isUndecodable) {}

    /**
     * One row of the preview.
     *
     * @param line the line of the file on which the row starts; the header is line 1
     */
    record PreviewRow(long line, List<String> cells) {

        public PreviewRow {
            cells = List.copyOf(cells);
        }
    }
}
