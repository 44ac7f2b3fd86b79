package dev.muster.imports;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads a file that comes in pieces, one of them in memory at a time. Not thread-safe. */
final class PieceStream extends InputStream {

    /** The piece after the last. */
    static final byte[] END = {};

    private final IntFunction<byte[]> load;
    private int next;
    private byte[] piece = END;
    private int at;
    private boolean isAtEnd;

    /**
     * Reads what {@code load} gives.
     *
     * @param load gives the piece of a number, the first being 0; asked for each once, and for none after an empty one
     */
    PieceStream(IntFunction<byte[]> load) {
        this.load = load;
    }

    @Override
    public int read() {
        return ensure() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!ensure()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean ensure() {
        while (at == piece.length && !isAtEnd) {
            piece = load.apply(next++);
            at = 0;
            isAtEnd = piece.length == 0;
        }
        return at < piece.length;
    }
}
