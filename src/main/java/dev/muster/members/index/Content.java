package dev.muster.members.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/** All that an index holds, as of one number of {@link MemberTouches}. Written by one thread at a time, read by many. */
final class Content {

    /** A last page with fewer members is written again with the next ones, so that it does not stay that small. */
    private static final int OPEN = 1024;

    private static final int FEW_DEAD = 50_000;

    private final Pages pages = new Pages();
    private final SlotTable table = new SlotTable();
    private final Map<SortKey, SlotOrder> orders = new EnumMap<>(SortKey.class);
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private List<IndexedMember> open = List.of();
    private volatile long number;
    private long members;
    private long marks;
    private long dead;

    Content() {
        for (SortKey key : SortKey.values()) {
            orders.put(key, new SlotOrder(key, pages));
        }
    }

    Lock readLock() {
        return lock.readLock();
    }

    Pages pages() {
        return pages;
    }

    SlotOrder order(SortKey key) {
        return Objects.requireNonNull(orders.get(key));
    }

    /** Returns where the member is; {@link SlotTable#NONE} for nobody. */
    int slot(long id) {
        return table.find(id);
    }

    /** Returns up to which touch the content is. */
    long number() {
        return number;
    }

    long members() {
        return members;
    }

    /** Returns the sum of all marks, to be compared with the database's. */
    long marks() {
        return marks;
    }

    /** Tells whether so much of it does not count any more that it should be made anew. */
    boolean isWorn() {
        return dead > Math.max(FEW_DEAD, members / 4);
    }

    /** Adds members who are not in it, for the first time; {@link #sort} has to follow. */
    void fill(List<IndexedMember> some) {
        int first = pages.add(PageWriter.write(some), false);
        for (int i = 0; i < some.size(); i++) {
            take(some.get(i), first + i);
        }
    }

    /** Sorts what was filled in, and says as of when it was read. */
    void sort(long readAt) {
        int[] all = IntStream.range(0, pages.count())
                .flatMap(page ->
                        IntStream.range(0, pages.at(page).members()).map(place -> (page << Page.SIZE_BITS) + place))
                .toArray();
        orders.values().forEach(order -> order.insert(order.prepare(all)));
        number = readAt;
    }

    /**
     * Takes changes in.
     *
     * @param touched the ids of whoever changed, came or went
     * @param now those of them who are there, as they are now
     */
    void change(Collection<Long> touched, List<IndexedMember> now, long readAt) {
        int[] slots = write(now);
        Map<SortKey, SlotOrder.Insertion> insertions = new EnumMap<>(SortKey.class);
        orders.forEach((key, order) -> insertions.put(key, order.prepare(slots)));
        lock.writeLock().lock();
        try {
            insertions.forEach((key, insertion) -> order(key).insert(insertion));
            touched.forEach(this::drop);
            for (int i = 0; i < slots.length; i++) {
                take(now.get(i), slots[i]);
            }
            number = readAt;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Writes pages that nobody looks at yet, and returns the slots. */
    private int[] write(List<IndexedMember> some) {
        var all = new ArrayList<>(open);
        all.addAll(some);
        var slots = IntStream.builder();
        int written = open.size();
        boolean instead = !open.isEmpty();
        for (int from = 0; from < all.size(); from += Page.SIZE) {
            List<IndexedMember> part = all.subList(from, Math.min(all.size(), from + Page.SIZE));
            int first = addPage(PageWriter.write(part), instead);
            IntStream.range(from == 0 ? written : 0, part.size()).forEach(place -> slots.add(first + place));
            instead = false;
            open = part.size() < OPEN ? List.copyOf(part) : List.of();
        }
        return slots.build().toArray();
    }

    private int addPage(Page page, boolean instead) {
        lock.writeLock().lock();
        try {
            return pages.add(page, instead);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void take(IndexedMember member, int slot) {
        drop(member.id());
        pages.revive(slot);
        table.put(member.id(), slot);
        members++;
        marks += member.mark();
    }

    private void drop(long id) {
        int slot = table.find(id);
        if (slot != SlotTable.NONE) {
            pages.kill(slot);
            table.put(id, SlotTable.NONE);
            members--;
            marks -= pages.of(slot).mark(Pages.place(slot));
            dead++;
        }
    }
}
