package dev.muster.members.index;

import java.nio.charset.StandardCharsets;

/** What members can have in common, each as one number: a group, a value of a field, three letters in a row. */
public final class Term {

    private static final int KIND_SHIFT = 56;
    private static final long REST = (1L << KIND_SHIFT) - 1;
    private static final int LETTER_BITS = 16;

    private static final long GROUP = 1L << KIND_SHIFT;
    private static final long SOURCE = 2L << KIND_SHIFT;
    private static final long IMPORT = 3L << KIND_SHIFT;
    private static final long SEGMENT = 4L << KIND_SHIFT;
    private static final long STATE = 5L << KIND_SHIFT;
    private static final long VALUE = 6L << KIND_SHIFT;
    private static final long LETTERS = 7L << KIND_SHIFT;

    private static final int SEGMENT_ZERO = 8;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int FOLDED = 29;

    /** Members that are archived, locked, or were ever invited. */
    public static final long ARCHIVED = STATE | 1;

    public static final long LOCKED = STATE | 2;
    public static final long INVITED = STATE | 3;

    private Term() {}

    /** Returns the members of a group, effective or pending. */
    public static long group(long id) {
        return GROUP | id;
    }

    /** Returns the members who came from {@code source}. */
    public static long source(String source) {
        return SOURCE | hash(0, source);
    }

    /** Returns the members that the import {@code id} created. */
    public static long imported(long id) {
        return IMPORT | id;
    }

    /** Returns the members whose {@code member.segment} is {@code number}. */
    public static long segment(int number) {
        return SEGMENT | (number + SEGMENT_ZERO);
    }

    /** Returns the members who hold exactly {@code value} of a field. Two values share a number once in 10^16 pairs. */
    public static long value(long field, String value) {
        return VALUE | hash(field, value);
    }

    /** Returns the texts in which three letters stand in a row; a line feed stands for the end of a text. */
    static long letters(char first, char second, char third) {
        return LETTERS | ((long) first << (2 * LETTER_BITS)) | ((long) second << LETTER_BITS) | third;
    }

    static boolean isGroup(long term) {
        return (term & ~REST) == GROUP;
    }

    private static long hash(long seed, String text) {
        long hash = FNV_START ^ (seed * FNV_PRIME);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        hash ^= hash >>> FOLDED;
        hash *= 0x9e3779b97f4a7c15L;
        return (hash ^ (hash >>> FOLDED)) & REST;
    }
}
