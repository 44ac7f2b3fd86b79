package dev.muster.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records by RFC 4180, with LF, CRLF, CR or a mix as line ends, in constant memory.
 *
 * <p>It is our own and not FastCSV's (which writes our files) because three things that people are told need its state:
 * text after a closing quote spoils its row and nothing else (FastCSV ends the file there, or hides it), a quote that is
 * never closed is reported by the line where it opened, and so is a cell without end.
 */
final class CsvRecords implements Closeable {

    static final int MAX_CELL_CHARS = 1 << 20;
    static final int MAX_CELLS = 1 << 14;

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;

    private char[] cell = new char[512];
    private int cellLength;
    private long cellLine;

    private List<String> cells = new ArrayList<>();
    private int malformedCell;
    private long line = 1;

    CsvRecords(Reader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** Returns the line that is read next. */
    long line() {
        return line;
    }

    /**
     * Returns the next record, blank ones too, or null after the last.
     *
     * @throws UnusableFileException where a quote is never closed, or a cell or a row has no end in sight
     */
    @Nullable
    CsvRow next() throws IOException {
        if (peek() == END) {
            return null;
        }
        long start = line;
        cells = new ArrayList<>(Math.max(4, cells.size()));
        malformedCell = -1;
        boolean more = true;
        while (more) {
            readCell();
            more = endCell();
        }
        return new CsvRow(start, Collections.unmodifiableList(cells), malformedCell);
    }

    private void readCell() throws IOException {
        if (cells.size() == MAX_CELLS) {
            throw new UnusableFileException(FileFault.TOO_MANY_CELLS, line, MAX_CELLS);
        }
        cellLength = 0;
        cellLine = line;
        if (peek() == '"') {
            at++;
            readQuoted();
            if (!atCellEnd() && malformedCell < 0) {
                malformedCell = cells.size();
            }
        }
        readPlain();
        cells.add(new String(cell, 0, cellLength));
    }

    /** Reads to the end of the cell; quotes in here are text. */
    private void readPlain() throws IOException {
        while (peek() != END) {
            int start = at;
            while (at < end && !endsCell(buffer[at])) {
                at++;
            }
            append(start);
            if (at < end) {
                return;
            }
        }
    }

    /** Reads up to and with the closing quote. */
    private void readQuoted() throws IOException {
        while (peek() != END) {
            int start = at;
            while (at < end && buffer[at] != '"' && buffer[at] != '\r' && buffer[at] != '\n') {
                at++;
            }
            append(start);
            if (at == end) {
                continue;
            }
            start = at;
            char c = buffer[at++];
            if (c != '"') {
                append(start);
                endLineWithin(c);
            } else if (peek() == '"') {
                start = at++;
                append(start);
            } else {
                return;
            }
        }
        throw new UnusableFileException(FileFault.UNCLOSED_QUOTE, cellLine);
    }

    private void endLineWithin(char lineEnd) throws IOException {
        if (lineEnd == '\r' && peek() == '\n') {
            int start = at++;
            append(start);
        }
        line++;
    }

    /** Steps over what ends the cell; tells whether the row has another one. */
    private boolean endCell() throws IOException {
        int c = peek();
        if (c == END) {
            return false;
        }
        at++;
        if (c == delimiter) {
            return true;
        }
        if (c == '\r' && peek() == '\n') {
            at++;
        }
        line++;
        return false;
    }

    private boolean atCellEnd() throws IOException {
        int c = peek();
        return c == END || endsCell((char) c);
    }

    private boolean endsCell(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    private int peek() throws IOException {
        if (at == end) {
            int count = read();
            at = 0;
            end = Math.max(count, 0);
        }
        return at < end ? buffer[at] : END;
    }

    private int read() throws IOException {
        try {
            return in.read(buffer, 0, buffer.length);
        } catch (StrictUtf8Reader.UndecodableException e) {
            throw new UnusableFileException(e.fault(), line, e.position());
        }
    }

    private void append(int start) {
        int count = at - start;
        if (cellLength + count > MAX_CELL_CHARS) {
            throw new UnusableFileException(FileFault.CELL_TOO_LONG, cellLine, MAX_CELL_CHARS);
        }
        if (cellLength + count > cell.length) {
            cell = Arrays.copyOf(cell, Math.max(2 * cell.length, cellLength + count));
        }
        System.arraycopy(buffer, start, cell, cellLength, count);
        cellLength += count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
