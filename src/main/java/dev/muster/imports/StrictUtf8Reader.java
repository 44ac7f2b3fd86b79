package dev.muster.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 and puts up with no invalid byte: what cannot be decoded is a fault with a place, never a replacement
 * character in somebody's name. Knows how many bytes it has consumed.
 */
final class StrictUtf8Reader extends Reader {

    /** A byte that is no text, found after all the text before it was delivered. */
    static final class UndecodableException extends IOException {

        private static final long serialVersionUID = 1;

        private final FileFault fault;
        private final long position;

        UndecodableException(FileFault fault, long position) {
            super("Byte %d: %s".formatted(position, fault));
            this.fault = fault;
            this.position = position;
        }

        FileFault fault() {
            return fault;
        }

        /** Returns which byte of the file it is; the first is 1. */
        long position() {
            return position;
        }
    }

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);

    /** Position in the file of the first byte of the buffer. */
    private long base;

    private boolean atEnd;
    private int nul = -1;

    /** Reads {@code in}, of whose file {@code skipped} bytes were read before. */
    StrictUtf8Reader(InputStream in, long skipped) {
        this.in = in;
        this.base = skipped;
    }

    /** Returns how many bytes of the file were read so far. */
    long bytesRead() {
        return base + bytes.position();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, atEnd && nul < 0);
            int count = chars.position();
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                throw new UndecodableException(FileFault.INVALID_ENCODING, bytesRead() + 1);
            }
            if (nul >= 0) {
                throw nulOrTruncated();
            }
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    private UndecodableException nulOrTruncated() {
        // Bytes left before the NUL are the beginning of a character that never ends.
        return bytes.hasRemaining()
                ? new UndecodableException(FileFault.INVALID_ENCODING, bytesRead() + 1)
                : new UndecodableException(FileFault.NUL, base + nul + 1);
    }

    private void fill() throws IOException {
        base += bytes.position();
        bytes.compact();
        int from = bytes.position();
        int count = in.read(bytes.array(), from, bytes.remaining());
        atEnd = count < 0;
        int end = from + Math.max(count, 0);
        for (int i = from; i < end && nul < 0; i++) {
            if (bytes.array()[i] == 0) {
                nul = i;
            }
        }
        bytes.position(0).limit(nul < 0 ? end : nul);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
