package dev.muster.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.muster.common.WhiteSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes rows of what the parser finds. Whoever only counts rows, or needs one column of them, says so: then nothing is
 * kept of the other cells, which are most of what reading costs.
 */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvRow> {

    static final int MAX_CELL_CHARS = 1 << 20;
    static final int MAX_CELLS = 1 << 14;

    /** Of a row with more text than this no further cell is kept: it is refused for its length in any case. */
    static final int MAX_KEPT_CHARS = 1 << 20;

    private static final int EVERY_CELL = -1;
    private static final int NO_CELL = -2;

    /** Ends files written by very old programs. */
    private static final char CONTROL_Z = '\u001a';

    private int wanted = EVERY_CELL;
    private List<String> cells = new ArrayList<>();
    private int malformedCell;
    private int kept;

    /** How many lines end inside cells of the row that were not kept. */
    private long linesPassed;

    private boolean isFilled;
    private boolean isControlZ;

    /** Lets the rows from here on hold the cell at {@code index}, if they have it, and empty ones before it. */
    void keepOnly(int index) {
        wanted = index;
    }

    /** Lets the rows from here on hold no cell. */
    void keepNone() {
        wanted = NO_CELL;
    }

    /** Tells whether the row that was built last holds more than white space: other rows are skipped and not counted. */
    boolean isFilled() {
        return isFilled;
    }

    @Override
    protected void handleBegin(long line) {
        cells = wanted == NO_CELL ? List.of() : new ArrayList<>(Math.max(4, cells.size()));
        malformedCell = -1;
        kept = 0;
        linesPassed = 0;
        isFilled = false;
        isControlZ = false;
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
        if (index == MAX_CELLS) {
            throw new UnusableFileException(FileFault.TOO_MANY_CELLS, line(), MAX_CELLS);
        }
        if (length > MAX_CELL_CHARS) {
            throw new UnusableFileException(FileFault.CELL_TOO_LONG, line(), MAX_CELL_CHARS);
        }
        fill(index, text, offset, length, quoted);
        if (wanted == EVERY_CELL || wanted == index) {
            cells.add(keep(index, text, offset, length, quoted));
        } else {
            linesPassed += quoted ? lineEnds(text, offset, length) : 0;
            if (index < wanted) {
                cells.add("");
            }
        }
    }

    private void fill(int index, char[] text, int offset, int length, boolean quoted) {
        if (isFilled) {
            return;
        }
        if (index == 0 && length == 1 && text[offset] == CONTROL_Z) {
            isControlZ = true;
        } else {
            isFilled = isControlZ || !isBlank(text, offset, length, quoted);
        }
    }

    private String keep(int index, char[] text, int offset, int length, boolean quoted) {
        if (kept > MAX_KEPT_CHARS) {
            return "";
        }
        kept += length;
        String cell = new String(text, offset, length);
        return quoted && cell.indexOf(QuoteGuard.SPOILED) >= 0 ? spoiled(cell, index) : cell;
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
        long line = getStartingLineNumber() + linesPassed;
        for (String cell : cells) {
            line += lineEnds(cell.toCharArray(), 0, cell.length());
        }
        return line;
    }

    /** The first mark in a quoted cell stands for the quote that closed it too early, and says nothing; others do. */
    private static boolean isBlank(char[] text, int offset, int length, boolean quoted) {
        boolean isMarkOpen = quoted;
        for (int i = offset; i < offset + length; i++) {
            boolean isMark = isMarkOpen && text[i] == QuoteGuard.SPOILED;
            isMarkOpen = isMarkOpen && !isMark;
            // All white space lies in the basic plane, so a char is a code point here.
            if (!isMark && !WhiteSpace.isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static int lineEnds(char[] text, int offset, int length) {
        int ends = 0;
        for (int i = offset; i < offset + length; i++) {
            boolean isSecondOfTwo = text[i] == '\n' && i > offset && text[i - 1] == '\r';
            ends += (text[i] == '\n' || text[i] == '\r') && !isSecondOfTwo ? 1 : 0;
        }
        return ends;
    }
}
