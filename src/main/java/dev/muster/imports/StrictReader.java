package dev.muster.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes and puts up with no invalid one: what cannot be decoded is a fault with a place, never a replacement
 * character in somebody's name. Knows how many bytes it has consumed.
 */
final class StrictReader extends Reader {

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
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);

    /** Position in the file of the first byte of the buffer. */
    private long base;

    private boolean atEnd;

    /** Position in the file of what the last read delivered. */
    private long delivered;

    /** Reads {@code in}, of whose file {@code skipped} bytes were read before. */
    StrictReader(InputStream in, Charset charset, long skipped) {
        this.in = in;
        this.charset = charset;
        this.base = skipped;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Returns how many bytes of the file were read so far. */
    long bytesRead() {
        return base + bytes.position();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            delivered = bytesRead();
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            int count = chars.position() - offset;
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                throw new UndecodableException(FileFault.INVALID_ENCODING, bytesRead() + 1);
            }
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    /** Returns the fault of a NUL at {@code to}, in {@code text} that the last read delivered from {@code from} on. */
    UndecodableException nulAfter(char[] text, int from, int to) {
        int before = new String(text, from, to - from).getBytes(charset).length;
        return new UndecodableException(FileFault.NUL, delivered + before + 1);
    }

    private void fill() throws IOException {
        base += bytes.position();
        bytes.compact();
        int from = bytes.position();
        int count = in.read(bytes.array(), from, bytes.remaining());
        atEnd = count < 0;
        bytes.position(0).limit(from + Math.max(count, 0));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
