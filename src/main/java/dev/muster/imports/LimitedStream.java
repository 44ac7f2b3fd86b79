package dev.muster.imports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on so many bytes and no more. */
final class LimitedStream extends FilterOutputStream {

    /** The limit is reached. */
    static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1;

        FullException(long limit) {
            super("More than %d bytes.".formatted(limit));
        }
    }

    private final long limit;
    private long written;

    LimitedStream(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        count(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    private void count(int more) {
        written += more;
        if (written > limit) {
            throw new FullException(limit);
        }
    }
}
