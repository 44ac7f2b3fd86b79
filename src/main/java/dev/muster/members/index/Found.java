package dev.muster.members.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.LongStream;

/** Those whom a search found, as they were then: how many, and any page of their list. Thread-safe. */
public final class Found {

    /** What {@code member.segment} can be, without its sign. */
    static final List<Integer> SEGMENTS = List.of(1, 2, 3);

    /** So few are sorted sooner than they are picked out of all. */
    private static final int FEW = 256;

    private final Content content;
    private final boolean hidden;
    private final long[] everybody;
    private final Map<Integer, long[]> bySegment = new HashMap<>();

    Found(Content content, Wanted wanted) {
        this.content = content;
        this.hidden = wanted.hidden();
        this.everybody = PageSearch.run(wanted, content.pages());
        SEGMENTS.forEach(segment -> bySegment.put(
                segment, PageSearch.having(Term.segment(hidden ? -segment : segment), everybody, content.pages())));
    }

    /** Returns how many of {@code segment} were found. */
    public long of(int segment) {
        return count(bits(Set.of(segment)));
    }

    /** Returns the ids of a page of the list; whoever changed since is among them as before, whoever is gone too. */
    public List<Long> page(Listing listing, long offset, int limit) {
        Lock lock = content.readLock();
        lock.lock();
        try {
            var ids = new ArrayList<Long>(limit);
            long skip = offset;
            for (long[] part : parts(listing)) {
                long there = count(part);
                if (skip < there && ids.size() < limit) {
                    addIds(part, listing, skip, (int) Math.min(limit - ids.size(), there - skip), ids);
                }
                skip = Math.max(0, skip - there);
            }
            return ids;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the ids of all in {@code segments}, in no order. */
    public long[] ids(Set<Integer> segments) {
        long[] bits = bits(segments);
        var ids = new long[(int) count(bits)];
        Lock lock = content.readLock();
        lock.lock();
        try {
            int at = 0;
            for (int slot : slots(bits)) {
                ids[at++] = content.pages().id(slot);
            }
            return ids;
        } finally {
            lock.unlock();
        }
    }

    /** Returns those of {@code ids} whose members, in {@code segments}, were found and have not changed since. */
    public long[] among(long[] ids, Set<Integer> segments) {
        long[] bits = bits(segments);
        Lock lock = content.readLock();
        lock.lock();
        try {
            return LongStream.of(ids).filter(id -> isIn(bits, content.slot(id))).toArray();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isIn(long[] bits, int slot) {
        return slot != SlotTable.NONE && slot >>> 6 < bits.length && (bits[slot >>> 6] >>> slot & 1) != 0;
    }

    private List<long[]> parts(Listing listing) {
        long[] all = bits(listing.segments());
        if (listing.parts().isEmpty()) {
            return List.of(all);
        }
        List<Long> terms = listing.descending() ? listing.parts().reversed() : listing.parts();
        return terms.stream()
                .map(term -> PageSearch.having(term, all, content.pages()))
                .toList();
    }

    private void addIds(long[] bits, Listing listing, long offset, int count, List<Long> ids) {
        SlotOrder order = content.order(listing.key());
        long there = count(bits);
        long first = listing.descending() ? there - offset - count : offset;
        var slots = new int[count];
        if (there <= FEW) {
            int[] sorted = order.sorted(slots(bits));
            System.arraycopy(sorted, (int) first, slots, 0, count);
        } else if (first <= there / 2) {
            order.pick(bits, first, slots);
        } else {
            order.pickFromEnd(bits, there - first - count, slots);
        }
        for (int i = 0; i < count; i++) {
            ids.add(content.pages().id(slots[listing.descending() ? count - 1 - i : i]));
        }
    }

    private long[] bits(Set<Integer> segments) {
        if (segments.containsAll(SEGMENTS)) {
            return everybody;
        }
        var bits = new long[everybody.length];
        for (int segment : segments) {
            long[] more = bySegment.getOrDefault(segment, bits);
            Arrays.setAll(bits, i -> bits[i] | more[i]);
        }
        return bits;
    }

    private static long count(long[] bits) {
        long count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    private static int[] slots(long[] bits) {
        var slots = new int[(int) count(bits)];
        int at = 0;
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                slots[at++] = i * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return slots;
    }
}
