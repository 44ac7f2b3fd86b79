package dev.muster.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records by RFC 4180, with LF, CRLF, CR or a mix as line ends, in constant memory: FastCSV, with a {@link
 * QuoteGuard} before it, so that a bad quote spoils its row and nothing else.
 */
final class CsvRecords implements Closeable {

    static final int MAX_CELL_CHARS = 1 << 20;
    static final int MAX_CELLS = 1 << 14;

    /** Of a row with more text than this no further cell is kept: it is refused for its length in any case. */
    static final int MAX_KEPT_CHARS = 1 << 20;

    /** The parser reads ahead by this much, and needs that room beside the longest cell. */
    private static final int PARSER_MARGIN = 1 << 14;

    private final String encoding;
    private final QuoteGuard text;
    private final Cells cells = new Cells();
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
                .maxBufferSize(MAX_CELL_CHARS + PARSER_MARGIN)
                .build(cells, text);
        rows = reader.iterator();
    }

    /**
     * Returns the next record, or null after the last. Empty lines are passed over.
     *
     * @throws UnusableFileException where a byte is no text, a quote is never closed, or a cell or a row has no end in
     *     sight
     */
    @Nullable
    CsvRow next() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UnusableFileException fault) {
                throw fault;
            }
            // The guard leaves the parser one thing to give up on: a cell that does not fit its buffer.
            throw new UnusableFileException(FileFault.CELL_TOO_LONG, cells.line(), MAX_CELL_CHARS);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof StrictReader.UndecodableException byteFault) {
                throw new UnusableFileException(byteFault.fault(), text.line(), byteFault.position(), encoding);
            }
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Makes rows of what the parser finds. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<CsvRow> {

        private List<String> cells = new ArrayList<>();
        private int malformedCell;
        private int kept;

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>(Math.max(4, cells.size()));
            malformedCell = -1;
            kept = 0;
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            if (index == MAX_CELLS) {
                throw new UnusableFileException(FileFault.TOO_MANY_CELLS, line(), MAX_CELLS);
            }
            if (length > MAX_CELL_CHARS) {
                throw new UnusableFileException(FileFault.CELL_TOO_LONG, line(), MAX_CELL_CHARS);
            }
            if (kept > MAX_KEPT_CHARS) {
                cells.add("");
                return;
            }
            kept += length;
            String cell = new String(text, offset, length);
            if (quoted && cell.indexOf(QuoteGuard.SPOILED) >= 0) {
                cell = spoiled(cell, index);
            }
            cells.add(cell);
        }

        private String spoiled(String cell, int index) {
            if (malformedCell < 0) {
                malformedCell = index;
            }
            int quote = cell.indexOf(QuoteGuard.SPOILED);
            return cell.substring(0, quote) + cell.substring(quote + 1).replace(QuoteGuard.SPOILED, '"');
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(getStartingLineNumber(), Collections.unmodifiableList(cells), malformedCell);
        }

        /** Returns the line on which the next cell starts. */
        long line() {
            long line = getStartingLineNumber();
            for (String cell : cells) {
                line += (cell + '.').lines().count() - 1;
            }
            return line;
        }
    }
}
