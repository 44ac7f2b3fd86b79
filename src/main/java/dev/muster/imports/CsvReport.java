package dev.muster.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.muster.common.SpreadsheetCell;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a CSV for people with spreadsheets: UTF-8 with a mark, CRLF, and no cell that would run as a formula. */
final class CsvReport implements AutoCloseable {

    private static final char MARK = '\ufeff';

    private final CsvWriter csv;

    /** Starts a file on {@code out}, which stays open when the report is closed. */
    CsvReport(OutputStream out) {
        try {
            Writer text = new OutputStreamWriter(leftOpen(out), StandardCharsets.UTF_8);
            text.write(MARK);
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one row. */
    void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCell::neutralised).toList());
    }

    private static OutputStream leftOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
