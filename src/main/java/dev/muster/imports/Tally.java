package dev.muster.imports;

/** What one chunk adds to the counters of its import. */
record Tally(
        int created, int updated, int unchanged, int rejected, int warnings, int alreadyTaken, int invitationsQueued) {

    /** Returns how many rows have an outcome. */
    int rows() {
        return created + updated + unchanged + rejected;
    }
}
