package dev.muster.members.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where each member is. Ids come in blocks, so a table of tables takes four bytes for most of them. */
final class SlotTable {

    /** Nobody with this id is in the index. */
    static final int NONE = -1;

    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final Map<Long, int[]> blocks = new HashMap<>();

    int find(long id) {
        int[] block = blocks.get(id >>> BLOCK_BITS);
        return block == null ? NONE : block[(int) (id & (BLOCK - 1))];
    }

    void put(long id, int slot) {
        int[] block = blocks.computeIfAbsent(id >>> BLOCK_BITS, _ -> {
            var empty = new int[BLOCK];
            Arrays.fill(empty, NONE);
            return empty;
        });
        block[(int) (id & (BLOCK - 1))] = slot;
    }
}
