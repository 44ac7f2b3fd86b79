package dev.muster.imports;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of each row of a chunk, in four or five bytes a row: a row's outcome is looked up by the thousand, and
 * never joined. A row is written as two numbers: its distance in lines from the row before, with the outcome in the two
 * lowest bits, and, unless it was rejected, the distance of its member's id from the one before.
 */
final class ChunkOutcomes {

    /**
     * What became of one row.
     *
     * @param memberId 0 where the row was rejected
     */
    record RowOutcome(long line, Outcome outcome, long memberId) {}

    /** The place of an outcome is its code in documents that are kept: the order must stay. */
    private static final List<Outcome> CODES =
            List.of(Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.REJECTED);

    private static final int OUTCOME_BITS = 2;
    private static final int OUTCOME_MASK = (1 << OUTCOME_BITS) - 1;
    private static final int GROUP_BITS = 7;
    private static final int MORE = 1 << GROUP_BITS;

    private ChunkOutcomes() {}

    /** Writes {@code rows}, which are in ascending order of their lines. */
    static byte[] encode(List<RowOutcome> rows) {
        var out = new ByteArrayOutputStream(5 * rows.size());
        long line = 0;
        long member = 0;
        for (RowOutcome row : rows) {
            write(out, (row.line() - line) << OUTCOME_BITS | CODES.indexOf(row.outcome()));
            line = row.line();
            if (row.outcome() != Outcome.REJECTED) {
                long step = row.memberId() - member;
                write(out, step << 1 ^ step >> 63);
                member = row.memberId();
            }
        }
        return out.toByteArray();
    }

    /** Reads what {@link #encode} wrote. */
    static List<RowOutcome> decode(byte[] document) {
        var rows = new ArrayList<RowOutcome>(document.length / 4);
        var in = new Numbers(document);
        long line = 0;
        long member = 0;
        while (in.hasNext()) {
            long lineAndOutcome = in.next();
            line += lineAndOutcome >>> OUTCOME_BITS;
            Outcome outcome = CODES.get((int) (lineAndOutcome & OUTCOME_MASK));
            if (outcome == Outcome.REJECTED) {
                rows.add(new RowOutcome(line, outcome, 0));
            } else {
                long step = in.next();
                member += step >>> 1 ^ -(step & 1);
                rows.add(new RowOutcome(line, outcome, member));
            }
        }
        return rows;
    }

    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            out.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= GROUP_BITS;
        }
        out.write((int) rest);
    }

    /** Numbers of seven bits a byte, the lowest first. */
    private static final class Numbers {

        private final byte[] document;
        private int at;

        Numbers(byte[] document) {
            this.document = document;
        }

        boolean hasNext() {
            return at < document.length;
        }

        long next() {
            long number = 0;
            int shift = 0;
            int piece = MORE;
            while ((piece & MORE) != 0) {
                piece = document[at++];
                number |= (long) (piece & (MORE - 1)) << shift;
                shift += GROUP_BITS;
            }
            return number;
        }
    }
}
