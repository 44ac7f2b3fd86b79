package dev.muster.imports;

import java.util.List;

/** What a look through a whole uploaded file found, before any row is written. */
public sealed interface FileInspection {

    /** The file as the admin named it. */
    String fileName();

    /** The file's size. */
    long bytes();

    /**
     * The file can be imported.
     *
     * @param encoding the name of the encoding, such as {@code UTF-8}
     * @param rows the rows that are not blank, without the header
     * @param columns the header, in the file's order
     * @param preview the first rows
     */
    record Usable(
            ImportFileId file,
            String fileName,
            long bytes,
            String encoding,
            char delimiter,
            long rows,
            List<String> columns,
            List<PreviewRow> preview)
            implements FileInspection {

        public Usable {
            columns = List.copyOf(columns);
            preview = List.copyOf(preview);
        }
    }

    /** The file cannot be imported, and why. */
    record Unusable(String fileName, long bytes, FileProblem problem) implements FileInspection {}

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
