package dev.muster.imports;

import java.util.HashMap;
import java.util.Map;

/**
 * Where in the file each member was met first, so that a second row about the same person can say so. Ids come in
 * blocks, so pages of lines take about four bytes for each row of the file; a set of addresses would take fifty.
 * Thread-safe.
 */
final class FirstLines {

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final Map<Long, int[]> pages = new HashMap<>();

    /** Returns the line on which the member was met first, or 0 where it was not met. */
    synchronized long find(long memberId) {
        int[] page = pages.get(memberId >> PAGE_BITS);
        return page == null ? 0 : page[(int) (memberId & (PAGE - 1))];
    }

    /** Notes that a row about the member stands on {@code line}, unless one was noted before. */
    synchronized void note(long memberId, long line) {
        int[] page = pages.computeIfAbsent(memberId >> PAGE_BITS, _ -> new int[PAGE]);
        int slot = (int) (memberId & (PAGE - 1));
        if (page[slot] == 0) {
            page[slot] = Math.toIntExact(line);
        }
    }
}
