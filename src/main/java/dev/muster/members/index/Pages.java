package dev.muster.members.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pages of an index, and which members in them still count. A member that changes gets a new slot; slots only grow. */
final class Pages {

    private final List<Page> pages = new ArrayList<>();
    private long[] live = new long[Page.WORDS];

    int count() {
        return pages.size();
    }

    long bytes() {
        return pages.stream().mapToLong(Page::bytes).sum();
    }

    /** Adds a page, or with {@code instead} puts it in the place of the last one, which it begins with. Returns its first slot. */
    int add(Page page, boolean instead) {
        if (instead) {
            pages.set(pages.size() - 1, page);
        } else {
            pages.add(page);
            if (live.length < pages.size() * Page.WORDS) {
                live = Arrays.copyOf(live, live.length * 2);
            }
        }
        return (pages.size() - 1) << Page.SIZE_BITS;
    }

    Page at(int index) {
        return pages.get(index);
    }

    Page of(int slot) {
        return pages.get(slot >>> Page.SIZE_BITS);
    }

    static int place(int slot) {
        return slot & (Page.SIZE - 1);
    }

    long id(int slot) {
        return of(slot).id(place(slot));
    }

    void revive(int slot) {
        live[slot >>> 6] |= 1L << slot;
    }

    void kill(int slot) {
        live[slot >>> 6] &= ~(1L << slot);
    }

    /** Copies which members of a page count. */
    void copyLive(int page, long[] into) {
        System.arraycopy(live, page * Page.WORDS, into, 0, Page.WORDS);
    }
}
