package dev.muster.members.index;

/** Sorts slots by a number each, and where these are the same by a closer look; without an object for each. */
final class SlotSort {

    private static final int SHORT = 12;

    private final int[] slots;
    private final long[] prefixes;
    private final int[] otherSlots;
    private final long[] otherPrefixes;
    private final Comparison comparison;

    /** Compares two slots whose numbers are the same. */
    interface Comparison {
        int compare(int slot, int other);
    }

    SlotSort(int[] slots, long[] prefixes, Comparison comparison) {
        this.slots = slots;
        this.prefixes = prefixes;
        this.otherSlots = new int[slots.length];
        this.otherPrefixes = new long[slots.length];
        this.comparison = comparison;
    }

    void run() {
        sort(0, slots.length);
    }

    private void sort(int from, int to) {
        if (to - from <= SHORT) {
            insert(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
        if (!isLess(slots[middle], prefixes[middle], slots[middle - 1], prefixes[middle - 1])) {
            return;
        }
        merge(from, middle, to);
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int slot = slots[i];
            long prefix = prefixes[i];
            int at = i;
            while (at > from && isLess(slot, prefix, slots[at - 1], prefixes[at - 1])) {
                slots[at] = slots[at - 1];
                prefixes[at] = prefixes[at - 1];
                at--;
            }
            slots[at] = slot;
            prefixes[at] = prefix;
        }
    }

    private void merge(int from, int middle, int to) {
        System.arraycopy(slots, from, otherSlots, from, middle - from);
        System.arraycopy(prefixes, from, otherPrefixes, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean takesRight =
                    right < to && isLess(slots[right], prefixes[right], otherSlots[left], otherPrefixes[left]);
            slots[at] = takesRight ? slots[right] : otherSlots[left];
            prefixes[at] = takesRight ? prefixes[right++] : otherPrefixes[left++];
        }
    }

    private boolean isLess(int slot, long prefix, int other, long otherPrefix) {
        return prefix == otherPrefix ? comparison.compare(slot, other) < 0 : prefix < otherPrefix;
    }
}
