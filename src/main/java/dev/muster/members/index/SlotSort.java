package dev.muster.members.index;

/**
 * Sorts slots by a number each, where these are the same by the next one, and so on, at last by id; without an object for
 * each. So a text is sorted a few letters at a time: it is looked at once for each number, one after the other as they lie,
 * while comparing two would look at both each time.
 */
final class SlotSort {

    private static final int SHORT = 12;

    private final int[] slots;
    private final long[] numbers;
    private final int[] otherSlots;
    private final long[] otherNumbers;
    private final Numbers by;

    /** What slots are sorted by. */
    interface Numbers {

        /** Returns the {@code depth}th number of a slot, from 0 on; asked for only where those before are not the last. */
        long of(int slot, int depth);

        /** Tells whether slots with {@code number} have no other after it. */
        boolean isLast(long number);

        long id(int slot);
    }

    private SlotSort(int[] slots, Numbers by) {
        this.slots = slots;
        this.numbers = new long[slots.length];
        this.otherSlots = new int[slots.length];
        this.otherNumbers = new long[slots.length];
        this.by = by;
    }

    /** Sorts {@code slots} where they are. */
    static void sort(int[] slots, Numbers numbers) {
        new SlotSort(slots, numbers).sortByNumber(0, slots.length, 0);
    }

    private void sortByNumber(int from, int to, int depth) {
        for (int i = from; i < to; i++) {
            numbers[i] = by.of(slots[i], depth);
        }
        sort(from, to);
        int end;
        for (int start = from; start < to; start = end) {
            end = endOfSame(start, to);
            if (end - start > 1) {
                if (by.isLast(numbers[start])) {
                    sortById(start, end);
                } else {
                    sortByNumber(start, end, depth + 1);
                }
            }
        }
    }

    private int endOfSame(int start, int to) {
        int end = start + 1;
        while (end < to && numbers[end] == numbers[start]) {
            end++;
        }
        return end;
    }

    private void sortById(int from, int to) {
        for (int i = from; i < to; i++) {
            numbers[i] = by.id(slots[i]);
        }
        sort(from, to);
    }

    /** Sorts by {@link #numbers}, which go along. */
    private void sort(int from, int to) {
        if (to - from <= SHORT) {
            insert(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
        if (numbers[middle] < numbers[middle - 1]) {
            merge(from, middle, to);
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int slot = slots[i];
            long number = numbers[i];
            int at = i;
            while (at > from && number < numbers[at - 1]) {
                slots[at] = slots[at - 1];
                numbers[at] = numbers[at - 1];
                at--;
            }
            slots[at] = slot;
            numbers[at] = number;
        }
    }

    private void merge(int from, int middle, int to) {
        System.arraycopy(slots, from, otherSlots, from, middle - from);
        System.arraycopy(numbers, from, otherNumbers, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean takesRight = right < to && numbers[right] < otherNumbers[left];
            slots[at] = takesRight ? slots[right] : otherSlots[left];
            numbers[at] = takesRight ? numbers[right++] : otherNumbers[left++];
        }
    }
}
