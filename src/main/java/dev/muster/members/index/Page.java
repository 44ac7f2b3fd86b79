package dev.muster.members.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Up to {@link #SIZE} members, never changed once made: their moments and texts, and for each term who has it, as a list
 * of places or as bits, whichever is smaller. Lies beside the heap. {@link PageWriter} says how.
 */
final class Page {

    static final int SIZE_BITS = 13;
    static final int SIZE = 1 << SIZE_BITS;
    /** The words of a page's bits. */
    static final int WORDS = SIZE / Long.SIZE;

    static final int BITS_BYTES = SIZE / Byte.SIZE;

    /** How many bytes of a text make one number, with a bit to spare for its sign and one for whether it ends. */
    static final int AT_ONCE = Long.BYTES - 1;

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final Layout layout;
    private final MemorySegment data;

    /** Where things lie, in bytes from the start; {@code terms} of them. */
    record Layout(
            int members,
            int terms,
            long ids,
            long marks,
            long moments,
            long textEnds,
            long companies,
            long emails,
            long texts,
            long termNumbers,
            long listEnds,
            long lists,
            long end) {}

    Page(Layout layout, MemorySegment data) {
        this.layout = layout;
        this.data = data;
    }

    int members() {
        return layout.members();
    }

    long bytes() {
        return layout.end();
    }

    long id(int place) {
        return data.getAtIndex(LONG, place + layout.ids() / Long.BYTES);
    }

    long mark(int place) {
        return data.getAtIndex(LONG, place + layout.marks() / Long.BYTES);
    }

    long moment(Moment moment, int place) {
        return data.getAtIndex(LONG, layout.moments() / Long.BYTES + (long) moment.column * layout.members() + place);
    }

    /** Returns where the {@code part}th text of a member begins: name, company, address. */
    private long start(int part, int place) {
        return layout.texts()
                + textStart(place)
                + switch (part) {
                    case 0 -> 0;
                    case 1 -> Short.toUnsignedInt(data.get(SHORT, layout.companies() + 2L * place));
                    default -> Short.toUnsignedInt(data.get(SHORT, layout.emails() + 2L * place));
                };
    }

    private long textStart(int place) {
        return place == 0 ? 0 : data.get(INT, layout.textEnds() + 4L * (place - 1));
    }

    /** Compares a text of two members by code points. */
    static int compareText(int part, Page one, int place, Page other, int otherPlace) {
        long at = one.start(part, place);
        long otherAt = other.start(part, otherPlace);
        while (true) {
            byte b = one.data.get(BYTE, at++);
            byte otherB = other.data.get(BYTE, otherAt++);
            if (b != otherB) {
                return Byte.compareUnsigned(b, otherB);
            }
            if (b == IndexedMember.END) {
                return 0;
            }
        }
    }

    /** Returns {@link #AT_ONCE} bytes of a text, from {@code from} on, as a number that sorts likewise. */
    long letters(int part, int place, int from) {
        long at = start(part, place) + from;
        long letters = 0;
        boolean ends = false;
        for (int i = 0; i < AT_ONCE; i++) {
            int b = ends ? 0 : Byte.toUnsignedInt(data.get(BYTE, at + i));
            letters = (letters << Byte.SIZE) | b;
            ends |= b == IndexedMember.END;
        }
        return (letters << 1) | (ends ? 1 : 0);
    }

    /** Tells whether the text ends in {@code letters}. */
    static boolean isEnd(long letters) {
        return (letters & 1) != 0;
    }

    /** Tells whether {@code word} stands in one of the texts of a member. */
    boolean holds(byte[] word, int place) {
        long last = layout.texts() + data.get(INT, layout.textEnds() + 4L * place) - word.length;
        for (long at = layout.texts() + textStart(place); at <= last; at++) {
            int matched = 0;
            while (matched < word.length && data.get(BYTE, at + matched) == word[matched]) {
                matched++;
            }
            if (matched == word.length) {
                return true;
            }
        }
        return false;
    }

    /** Adds whoever has {@code term} to {@code bits}. */
    void add(long term, long[] bits) {
        int index = firstNotBelow(term);
        if (index < layout.terms() && number(index) == term) {
            addList(index, bits);
        }
    }

    /** Adds whoever has a term from {@code first} to {@code last} to {@code bits}. */
    void addRange(long first, long last, long[] bits) {
        for (int i = firstNotBelow(first); i < layout.terms() && number(i) <= last; i++) {
            addList(i, bits);
        }
    }

    private void addList(int index, long[] bits) {
        long at = layout.lists() + listStart(index);
        long end = layout.lists() + listStart(index + 1);
        if (end - at == BITS_BYTES) {
            for (int i = 0; i < WORDS; i++) {
                bits[i] |= data.get(LONG, at + (long) i * Long.BYTES);
            }
            return;
        }
        for (; at < end; at += Short.BYTES) {
            int place = data.get(SHORT, at);
            bits[place >>> 6] |= 1L << place;
        }
    }

    private long listStart(int index) {
        return index == 0 ? 0 : data.get(INT, layout.listEnds() + 4L * (index - 1));
    }

    private long number(int index) {
        return data.get(LONG, layout.termNumbers() + 8L * index);
    }

    private int firstNotBelow(long term) {
        int low = 0;
        int high = layout.terms();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number(middle) < term) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
