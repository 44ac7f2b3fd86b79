package dev.muster.imports;

import java.io.IOException;
import java.io.Reader;

/**
 * Stands before the CSV parser and sees to it that every quote that opens a cell is closed where the cell ends.
 *
 * <p>A parser can do no better than give up where text follows a closing quote: from there on it cannot know what
 * belongs together. Here such a quote becomes {@link #SPOILED}, the cell goes on as text to the next delimiter or line
 * end and gets its closing quote there. So the parser reads on, and the mark tells that the row is malformed. A quote that
 * is never closed is a fault, with the line on which it opened.
 */
final class QuoteGuard extends Reader {

    /** Stands for a quote in a spoiled cell: the first for the one that text follows. No text has a NUL. */
    static final char SPOILED = '\0';

    private enum Place {
        PLAIN,
        QUOTED,
        SPOILED
    }

    private static final int BUFFER = 1 << 15;

    private final StrictReader in;
    private final char delimiter;
    private final char[] text = new char[BUFFER];
    private int at;
    private int end;

    /** Where the text that was read last begins. */
    private int fresh;

    private char last = '\n';

    private Place place = Place.PLAIN;
    private long line = 1;
    private long openedLine;

    /** Whether the text ends in a quote whose meaning depends on the character after it. */
    private boolean held;

    /** Whether a spoiled cell ended, and its closing quote comes next. */
    private boolean closing;

    /** Whether a NUL comes next. */
    private boolean broken;

    QuoteGuard(StrictReader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** Returns the line up to which text was handed on. */
    long line() {
        return line;
    }

    /**
     * Hands on text.
     *
     * @throws StrictReader.UndecodableException at a NUL, after all the text before it
     * @throws UnusableFileException at the end, where a quote is still open
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int stop = at;
        while (stop == at && !closing && !broken) {
            if ((at == end || held) && !refill()) {
                return finish(target, offset);
            }
            stop = scan(Math.min(end, at + length));
        }
        if (stop == at && broken) {
            throw in.nulAfter(text, fresh, at);
        }
        if (stop == at) {
            closing = false;
            return quote(target, offset);
        }
        int count = stop - at;
        System.arraycopy(text, at, target, offset, count);
        last = text[stop - 1];
        at = stop;
        return count;
    }

    private boolean refill() throws IOException {
        System.arraycopy(text, at, text, 0, end - at);
        end -= at;
        at = 0;
        fresh = end;
        int count = in.read(text, end, text.length - end);
        if (count < 0) {
            return false;
        }
        end += count;
        held = false;
        return true;
    }

    private int finish(char[] target, int offset) {
        if (place == Place.QUOTED && !held) {
            throw new UnusableFileException(FileFault.UNCLOSED_QUOTE, openedLine);
        }
        if (place == Place.PLAIN) {
            return -1;
        }
        held = false;
        place = Place.PLAIN;
        at = end;
        return quote(target, offset);
    }

    private int quote(char[] target, int offset) {
        target[offset] = '"';
        last = '"';
        return 1;
    }

    /** Goes through the text up to {@code limit}; returns where what can be handed on ends. */
    private int scan(int limit) {
        int i = at;
        while (i < limit && !held && !closing && !broken) {
            i = switch (place) {
                case PLAIN -> scanPlain(i, limit);
                case QUOTED -> scanQuoted(i, limit);
                case SPOILED -> scanSpoiled(i, limit);
            };
        }
        return i;
    }

    /** Returns where the next quote or control character is, or {@code limit}. Every character of a file comes by here. */
    private int skipOrdinary(int from, int limit) {
        char[] chars = text;
        int i = from;
        while (i < limit && chars[i] >= ' ' && chars[i] != '"') {
            i++;
        }
        return i;
    }

    private int scanPlain(int from, int limit) {
        for (int i = skipOrdinary(from, limit); i < limit; i = skipOrdinary(i + 1, limit)) {
            char c = text[i];
            if (c == '"' && endsCell(before(i))) {
                place = Place.QUOTED;
                openedLine = line;
                return i + 1;
            }
            if (c == 0) {
                broken = true;
                return i;
            }
            countLine(c, i);
        }
        return limit;
    }

    private int scanQuoted(int from, int limit) {
        for (int i = skipOrdinary(from, limit); i < limit; i = skipOrdinary(i + 1, limit)) {
            char c = text[i];
            if (c == 0) {
                broken = true;
                return i;
            } else if (c != '"') {
                countLine(c, i);
            } else if (i + 1 == end) {
                held = true;
                return i;
            } else if (text[i + 1] == '"') {
                if (i + 1 == limit) {
                    return i;
                }
                i++;
            } else {
                return closeQuoted(i);
            }
        }
        return limit;
    }

    private int closeQuoted(int quote) {
        if (endsCell(text[quote + 1])) {
            place = Place.PLAIN;
        } else {
            place = Place.SPOILED;
            text[quote] = SPOILED;
        }
        return quote + 1;
    }

    private int scanSpoiled(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (endsCell(text[i])) {
                place = Place.PLAIN;
                closing = true;
                return i;
            }
            if (text[i] == 0) {
                broken = true;
                return i;
            }
            if (text[i] == '"') {
                text[i] = SPOILED;
            }
        }
        return limit;
    }

    private char before(int index) {
        return index > at ? text[index - 1] : last;
    }

    private void countLine(char c, int index) {
        if (c == '\r' || (c == '\n' && before(index) != '\r')) {
            line++;
        }
    }

    private boolean endsCell(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
