package dev.muster.imports;

/**
 * How many rows are written at once. A process that dies over a row, perhaps for want of memory, dies again when it is
 * back: then the rows that were in hand go one by one, so that all but that one are written; and if nothing else helps,
 * that one is put aside.
 *
 * @param chunkRows how many rows make a chunk
 * @param oneByOne how many rows are chunks of their own before that
 * @param putsFirstAside whether the first row is not even looked at
 */
record Pace(int chunkRows, int oneByOne, boolean putsFirstAside) {

    /** So often an import is simply taken up again. */
    private static final int TRIES = 3;

    /**
     * @param silentEnds how many processes in a row have died over the import without a chunk
     */
    static Pace after(int silentEnds, ImportLimits limits) {
        // As many as may have been in hand: read ahead, waiting, and being written.
        int inHand = limits.chunkRows() * (limits.writers() + 2);
        return new Pace(limits.chunkRows(), silentEnds < TRIES ? 0 : inHand, silentEnds >= 2 * TRIES);
    }
}
