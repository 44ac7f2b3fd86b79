package dev.muster.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records by RFC 4180, with LF, CRLF, CR or a mix as line ends, in constant memory: FastCSV, with a {@link
 * QuoteGuard} before it, so that a bad quote spoils its row and nothing else.
 */
final class CsvRecords implements Closeable {

    /** The parser reads ahead by this much, and needs that room beside the longest cell. */
    private static final int PARSER_MARGIN = 1 << 14;

    private final String encoding;
    private final QuoteGuard text;
    private final CsvCells cells = new CsvCells();
    private final CsvReader<CsvRow> reader;
    private final CloseableIterator<CsvRow> rows;

    /**
     * @param encoding the name of what {@code in} decodes, for messages
     */
    CsvRecords(StrictReader in, String encoding, char delimiter) {
        this.encoding = encoding;
        text = new QuoteGuard(in, delimiter);
        reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(CsvCells.MAX_CELL_CHARS + PARSER_MARGIN)
                .build(cells, text);
        rows = reader.iterator();
    }

    /**
     * Returns the next record that holds more than white space, or null after the last.
     *
     * @throws UnusableFileException where a byte is no text, a quote is never closed, or a cell or a row has no end in
     *     sight
     */
    @Nullable
    CsvRow next() throws IOException {
        try {
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                if (cells.isFilled()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UnusableFileException fault) {
                throw fault;
            }
            // The guard leaves the parser one thing to give up on: a cell that does not fit its buffer.
            throw new UnusableFileException(FileFault.CELL_TOO_LONG, cells.line(), CsvCells.MAX_CELL_CHARS);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof StrictReader.UndecodableException byteFault) {
                throw new UnusableFileException(byteFault.fault(), text.line(), byteFault.position(), encoding);
            }
            throw e.getCause();
        }
    }

    /** Returns what decides which cells the rows to come hold. */
    CsvCells cells() {
        return cells;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
