package dev.muster.members.index;

import java.util.Arrays;

/** Gathers who has which term, place after place, without an object for each. */
final class TermTable {

    private static final int FIRST_CAPACITY = 1 << 12;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Open addressing: where a number is 0, nothing is; what it has is {@code row - 1}. */
    private long[] keys = new long[FIRST_CAPACITY];

    private int[] rows = new int[FIRST_CAPACITY];
    private long[] numbers = new long[FIRST_CAPACITY];
    private int[] counts = new int[FIRST_CAPACITY];
    private int[] lastPlaces = new int[FIRST_CAPACITY];
    private int size;

    private int[] notedRows = new int[FIRST_CAPACITY];
    private short[] notedPlaces = new short[FIRST_CAPACITY];
    private int noted;

    /** All terms in ascending order, how many have each, and their places one list after the other. */
    static final class Lists {

        final long[] numbers;
        final int[] counts;
        final short[] places;

        private Lists(long[] numbers, int[] counts, short[] places) {
            this.numbers = numbers;
            this.counts = counts;
            this.places = places;
        }
    }

    /** Notes that the member at {@code place} has {@code term}; places never go back. */
    void note(long term, int place) {
        int row = row(term);
        if (lastPlaces[row] == place + 1) {
            return;
        }
        lastPlaces[row] = place + 1;
        counts[row]++;
        if (noted == notedRows.length) {
            notedRows = Arrays.copyOf(notedRows, 2 * noted);
            notedPlaces = Arrays.copyOf(notedPlaces, 2 * noted);
        }
        notedRows[noted] = row;
        notedPlaces[noted++] = (short) place;
    }

    Lists lists() {
        long[] sorted = Arrays.copyOf(numbers, size);
        Arrays.sort(sorted);
        var sizes = new int[size];
        var next = new int[size];
        int start = 0;
        for (int i = 0; i < size; i++) {
            int row = row(sorted[i]);
            sizes[i] = counts[row];
            next[row] = start;
            start += sizes[i];
        }
        var places = new short[noted];
        for (int i = 0; i < noted; i++) {
            places[next[notedRows[i]]++] = notedPlaces[i];
        }
        return new Lists(sorted, sizes, places);
    }

    private int row(long term) {
        int at = slot(term, keys.length);
        while (keys[at] != term) {
            if (keys[at] == 0) {
                return added(term, at);
            }
            at = (at + 1) & (keys.length - 1);
        }
        return rows[at];
    }

    private int added(long term, int at) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            lastPlaces = Arrays.copyOf(lastPlaces, 2 * size);
        }
        keys[at] = term;
        rows[at] = size;
        numbers[size++] = term;
        if (2 * size > keys.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        keys = new long[2 * keys.length];
        rows = new int[keys.length];
        for (int row = 0; row < size; row++) {
            int at = slot(numbers[row], keys.length);
            while (keys[at] != 0) {
                at = (at + 1) & (keys.length - 1);
            }
            keys[at] = numbers[row];
            rows[at] = row;
        }
    }

    private static int slot(long term, int capacity) {
        return (int) ((term * SPREAD) >>> (Long.SIZE - Integer.numberOfTrailingZeros(capacity)));
    }
}
