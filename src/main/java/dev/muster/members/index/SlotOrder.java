package dev.muster.members.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** All slots in one order, ascending, ties by id. Those of members that changed since stay in it: readers leave them out. */
final class SlotOrder {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final SortKey key;
    private final Pages pages;
    private MemorySegment slots = allocate(FIRST_CAPACITY);
    private int size;

    SlotOrder(SortKey key, Pages pages) {
        this.key = key;
        this.pages = pages;
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots.getAtIndex(Page.INT, index);
    }

    /** Where new slots belong: each before the slot that is at its position now. */
    static final class Insertion {

        private final int[] slots;
        private final int[] positions;

        private Insertion(int[] slots, int[] positions) {
            this.slots = slots;
            this.positions = positions;
        }
    }

    /** Finds out where {@code added}, which are new, belong. */
    Insertion prepare(int[] added) {
        int[] sorted = sorted(added);
        var positions = new int[sorted.length];
        int end = size;
        for (int i = sorted.length - 1; i >= 0; i--) {
            end = positionOf(sorted[i], end);
            positions[i] = end;
        }
        return new Insertion(sorted, positions);
    }

    /** Puts new slots in, nothing having changed since they were prepared. Moves each slot behind the first one once. */
    void insert(Insertion insertion) {
        int[] added = insertion.slots;
        reserve(size + added.length);
        int target = size + added.length;
        int end = size;
        for (int i = added.length - 1; i >= 0; i--) {
            int position = insertion.positions[i];
            target -= end - position;
            MemorySegment.copy(slots, 4L * position, slots, 4L * target, 4L * (end - position));
            slots.setAtIndex(Page.INT, --target, added[i]);
            end = position;
        }
        size += added.length;
    }

    /** Returns {@code some} slots in this order. */
    int[] sorted(int[] some) {
        int[] sorted = some.clone();
        SlotSort.sort(sorted, key.moment == null ? new Texts(key.part, pages) : new Moments(key.moment, pages));
        return sorted;
    }

    /** Fills {@code picked} with those of {@code bits}, but for the first {@code skip}. */
    void pick(long[] bits, long skip, int[] picked) {
        long left = skip;
        int index = 0;
        while (left > 0) {
            left -= bit(bits, slot(index++));
        }
        for (int taken = 0; taken < picked.length; index++) {
            int slot = slot(index);
            if (bit(bits, slot) != 0) {
                picked[taken++] = slot;
            }
        }
    }

    /** Does the same from the end: leaves the last {@code skip} out. */
    void pickFromEnd(long[] bits, long skip, int[] picked) {
        long left = skip;
        int index = size;
        while (left > 0) {
            left -= bit(bits, slot(--index));
        }
        for (int taken = picked.length; taken > 0; ) {
            int slot = slot(--index);
            if (bit(bits, slot) != 0) {
                picked[--taken] = slot;
            }
        }
    }

    /** Slots that came since the search are beyond its bits. */
    private static long bit(long[] bits, int slot) {
        int word = slot >>> 6;
        return word < bits.length ? (bits[word] >>> slot) & 1 : 0;
    }

    private int positionOf(int slot, int end) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(slot(middle), slot) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int slot, int other) {
        Page page = pages.of(slot);
        Page otherPage = pages.of(other);
        int place = Pages.place(slot);
        int otherPlace = Pages.place(other);
        int compared = key.moment == null
                ? Page.compareText(key.part, page, place, otherPage, otherPlace)
                : Long.compare(page.moment(key.moment, place), otherPage.moment(key.moment, otherPlace));
        return compared != 0 ? compared : Long.compare(page.id(place), otherPage.id(otherPlace));
    }

    private void reserve(int capacity) {
        if (slots.byteSize() < 4L * capacity) {
            MemorySegment larger = allocate(capacity + capacity / 4);
            MemorySegment.copy(slots, 0, larger, 0, 4L * size);
            slots = larger;
        }
    }

    private static MemorySegment allocate(int capacity) {
        return Arena.ofAuto().allocate(4L * capacity, Integer.BYTES);
    }

    private record Texts(int part, Pages pages) implements SlotSort.Numbers {

        @Override
        public long of(int slot, int depth) {
            return pages.of(slot).letters(part, Pages.place(slot), depth * Page.AT_ONCE);
        }

        @Override
        public boolean isLast(long number) {
            return Page.isEnd(number);
        }

        @Override
        public long id(int slot) {
            return pages.id(slot);
        }
    }

    private record Moments(Moment moment, Pages pages) implements SlotSort.Numbers {

        @Override
        public long of(int slot, int depth) {
            return pages.of(slot).moment(moment, Pages.place(slot));
        }

        @Override
        public boolean isLast(long number) {
            return true;
        }

        @Override
        public long id(int slot) {
            return pages.id(slot);
        }
    }
}
