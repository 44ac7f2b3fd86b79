package dev.muster.imports;

import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which addresses more than one row of a file has: never too few, but a few in a hundred too many, since only a bit
 * is kept of each. So nothing has to be remembered of all the others from one row to the next. Takes up to four bytes a
 * row, and as much again while they are looked for.
 */
final class RepeatedAddresses {

    private static final int BITS_PER_ROW = 16;
    private static final int FEWEST_BITS = 10;
    private static final int MOST_BITS = 28;

    /** The golden ratio: spreads hash codes that are alike. */
    private static final int SPREAD = 0x9E3779B9;

    private final int bits;
    private final BitSet repeated;

    private RepeatedAddresses(int bits, BitSet repeated) {
        this.bits = bits;
        this.repeated = repeated;
    }

    /**
     * Goes through the rows of {@code source}, which stands after its header, to their end.
     *
     * @param count how many rows that are
     */
    static RepeatedAddresses in(CsvSource source, RowRules rules, long count) throws IOException {
        var search = new Search(count);
        for (CsvRow row = source.next(); row != null; row = source.next()) {
            rules.address(row).ifPresent(address -> search.add(address.key().hashCode()));
        }
        return search.found();
    }

    /**
     * Returns those among the addresses whose keys have these hash codes.
     *
     * @param count how many they are
     */
    static RepeatedAddresses among(IntStream hashes, long count) {
        var search = new Search(count);
        hashes.forEach(search::add);
        return search.found();
    }

    /** Tells whether several rows may have the address {@code key}; where not, just one has. */
    boolean mayHave(String key) {
        return repeated.get(place(key.hashCode(), bits));
    }

    private static int place(int hash, int bits) {
        return (hash * SPREAD) >>> (Integer.SIZE - bits);
    }

    /** Takes one address after the other. */
    private static final class Search {

        private final int bits;
        private final BitSet seen;
        private final BitSet repeated = new BitSet();

        private Search(long count) {
            int wanted = Long.SIZE - Long.numberOfLeadingZeros(count * BITS_PER_ROW);
            bits = Math.clamp(wanted, FEWEST_BITS, MOST_BITS);
            seen = new BitSet(1 << bits);
        }

        private void add(int hash) {
            int place = place(hash, bits);
            (seen.get(place) ? repeated : seen).set(place);
        }

        private RepeatedAddresses found() {
            return new RepeatedAddresses(bits, repeated);
        }
    }
}
