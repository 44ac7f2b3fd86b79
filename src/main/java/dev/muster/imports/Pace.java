package dev.muster.imports;

/**
 * How many rows are written at once. A process that dies over a row, perhaps for want of memory, dies again when it is
 * back: then the rows that were in hand go one by one, so that all but that one are written; and if nothing else helps,
 * that one is put aside.
 *
 * @param chunkRows how many rows make a chunk
 * @param firstChunkRows how many rows make the first one; each after it has twice as many, up to {@code chunkRows}
 * @param oneByOne how many rows are chunks of their own before that
 * @param putsFirstAside whether the first row is not even looked at
 */
record Pace(int chunkRows, int firstChunkRows, int oneByOne, boolean putsFirstAside) {

    /** So often an import is simply taken up again. */
    private static final int TRIES = 3;

    /**
     * @param silentEnds how many processes in a row have died over the import without a chunk
     */
    static Pace after(int silentEnds, ImportLimits limits) {
        // As many as may have been in hand: read ahead, and being written.
        int inHand = limits.chunkRows() * (limits.writers() + 1);
        return new Pace(
                limits.chunkRows(), limits.firstChunkRows(), silentEnds < TRIES ? 0 : inHand, silentEnds >= 2 * TRIES);
    }

    /** Returns how many rows the chunk has that comes after {@code before} others since the import was taken up. */
    int rows(int before) {
        if (before < oneByOne) {
            return 1;
        }
        long rows = firstChunkRows;
        for (int i = oneByOne; i < before && rows < chunkRows; i++) {
            rows *= 2;
        }
        return (int) Math.min(rows, chunkRows);
    }
}
