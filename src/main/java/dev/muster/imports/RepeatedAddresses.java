package dev.muster.imports;

import dev.muster.common.EmailAddress;
import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which addresses more than one row of a file has: never too few, but a few in a hundred too many, since only a bit
 * is kept of each. So nothing has to be remembered of all the others from one row to the next. Takes up to eight bytes a
 * row.
 */
final class RepeatedAddresses {

    private static final int BITS_PER_ROW = 16;
    private static final int FEWEST_BITS = 10;
    private static final int MOST_BITS = 28;

    /** The golden ratio: spreads hash codes that are alike. */
    private static final int SPREAD = 0x9E3779B9;

    private final int bits;
    private final BitSet seen;
    private final BitSet repeated = new BitSet();

    private RepeatedAddresses(long rows) {
        int wanted = Long.SIZE - Long.numberOfLeadingZeros(rows * BITS_PER_ROW);
        bits = Math.clamp(wanted, FEWEST_BITS, MOST_BITS);
        seen = new BitSet(1 << bits);
    }

    /**
     * Goes through the rows of {@code source}, which stands after its header, to their end.
     *
     * @param count how many rows that are
     */
    static RepeatedAddresses in(CsvSource source, RowRules rules, long count) throws IOException {
        var addresses = new RepeatedAddresses(count);
        for (CsvRow row = source.next(); row != null; row = source.next()) {
            rules.address(row).map(EmailAddress::key).ifPresent(key -> addresses.add(key.hashCode()));
        }
        return addresses;
    }

    /**
     * Returns those among the addresses whose keys have these hash codes.
     *
     * @param count how many they are
     */
    static RepeatedAddresses among(IntStream hashes, long count) {
        var addresses = new RepeatedAddresses(count);
        hashes.forEach(addresses::add);
        return addresses;
    }

    private void add(int hash) {
        int place = place(hash);
        (seen.get(place) ? repeated : seen).set(place);
    }

    /** Tells whether several rows may have the address {@code key}; where not, just one has. */
    boolean mayHave(String key) {
        return repeated.get(place(key.hashCode()));
    }

    private int place(int hash) {
        return (hash * SPREAD) >>> (Integer.SIZE - bits);
    }
}
