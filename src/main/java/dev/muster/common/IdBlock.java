package dev.muster.common;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ids from a sequence, a block of them per call to the database. The sequence counts in steps of the block's size, and
 * hands out the first id of a block: entities on the same sequence do likewise (see {@code application.properties}).
 * Thread-safe.
 */
public final class IdBlock {

    private final JdbcClient jdbc;
    private final String nextBlock;
    private final int size;
    private long next;
    private int left;

    /**
     * Takes ids from {@code sequence}.
     *
     * @param size the step of the sequence, as the migration has it
     */
    public IdBlock(JdbcClient jdbc, String sequence, int size) {
        this.jdbc = jdbc;
        this.nextBlock = "SELECT NEXT VALUE FOR " + sequence;
        this.size = size;
    }

    /** Returns {@code count} ids that nobody else gets, in ascending order but for the seam of two blocks. */
    public synchronized long[] take(int count) {
        var ids = new long[count];
        for (int i = 0; i < count; i++) {
            if (left == 0) {
                next = jdbc.sql(nextBlock).query(Long.class).single();
                left = size;
            }
            ids[i] = next++;
            left--;
        }
        return ids;
    }
}
