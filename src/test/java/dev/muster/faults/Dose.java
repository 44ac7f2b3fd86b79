package dev.muster.faults;

import java.util.Random;

/** How much of each fault is injected: a little in every build, much in the profile {@code faults}. */
final class Dose {

    private static final long USUAL_SEED = 20261126;

    private Dose() {}

    static boolean isLong() {
        return Boolean.getBoolean("muster.faults.long");
    }

    static int of(int usual, int much) {
        return isLong() ? much : usual;
    }

    /** Returns the seed of all chance: {@code -Dmuster.faults.seed}, or else the usual one, or a new one in a long run. */
    static long seed() {
        return Long.getLong("muster.faults.seed", isLong() ? new Random().nextLong(1_000_000_000) : USUAL_SEED);
    }
}
