package dev.muster.imports;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads a file that is kept in pieces, one of them in memory at a time. Not thread-safe. */
final class PieceStream extends InputStream {

    private final int pieces;
    private final IntFunction<byte[]> load;
    private int next;
    private byte[] piece = new byte[0];
    private int at;

    PieceStream(int pieces, IntFunction<byte[]> load) {
        this.pieces = pieces;
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
        while (at == piece.length && next < pieces) {
            piece = load.apply(next++);
            at = 0;
        }
        return at < piece.length;
    }
}
