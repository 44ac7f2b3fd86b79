package dev.muster.imports;

import java.util.Arrays;

/** Lines of a file, in eight bytes each: of a million faulty rows all can be meant. */
final class Lines {

    private final long[] sorted;

    /** Takes {@code lines}, each once, in any order. */
    Lines(long[] lines) {
        sorted = lines.clone();
        Arrays.sort(sorted);
    }

    boolean contains(long line) {
        return Arrays.binarySearch(sorted, line) >= 0;
    }

    /** Tells whether there is a line from {@code first} to {@code last}. */
    boolean hasAnyBetween(long first, long last) {
        int at = Arrays.binarySearch(sorted, first);
        int next = at >= 0 ? at : -at - 1;
        return next < sorted.length && sorted[next] <= last;
    }
}
