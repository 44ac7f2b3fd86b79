package dev.muster.imports;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on its way into the store, looked through as it comes by, on a thread of its own: whoever sent it need not wait for
 * that once it is there. Where the look finds fault it says nothing; the inspection of the stored file says what is wrong.
 */
final class ArrivingFile implements AutoCloseable {

    /** What the look found: how the file is written, by its first bytes, how many rows it has, and its addresses. */
    record Sound(FileFormat format, long rows, Optional<AddressColumn> addresses) {}

    private static final Logger LOG = LoggerFactory.getLogger(ArrivingFile.class);

    private static final int PIECE = FilesInDatabase.PIECE;
    private static final int AHEAD = 2;
    private static final long PAUSE_MILLIS = 5;

    private final String fileName;
    private final InputStream content;
    private final long mostRows;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(AHEAD);
    private final CompletableFuture<Optional<Sound>> look;

    /** Of the look's own thread. */
    private boolean isAllTaken;

    /**
     * Starts to look at {@code content}.
     *
     * @param fileName what it is called
     * @param mostRows how many rows a file may have
     */
    ArrivingFile(String fileName, InputStream content, long mostRows) {
        this.fileName = fileName;
        this.content = content;
        this.mostRows = mostRows;
        this.look = CompletableFuture.supplyAsync(this::look, work -> ImportThreads.start("upload-look", work));
    }

    /** Returns the content, of which the look sees what is read. */
    InputStream content() {
        return new Watched(content);
    }

    /** Waits for the look, after all of the content was read; empty where it found fault. */
    Optional<Sound> end() {
        hand(PieceStream.END);
        return look.join();
    }

    private Optional<Sound> look() {
        var arriving = new PieceStream(_ -> take());
        try {
            FileName.requireNoProgram(FileName.safe(fileName));
            byte[] head = arriving.readNBytes(FileFormats.HEAD);
            FileFormat format = FileFormats.detect(head);
            var whole = new SequenceInputStream(new ByteArrayInputStream(head), arriving);
            try (CsvSource source = CsvSource.open(whole, format)) {
                FileTop.header(source);
                var rows = new ArrivingRows(source, mostRows);
                return Optional.of(new Sound(format, rows.countAll(), rows.addresses()));
            }
        } catch (IOException | UnusableFileException _) {
            return Optional.empty(); // the inspection meets the same, and says it
        } catch (RuntimeException e) {
            LOG.error("An upload could not be looked through as it came in; its inspection does.", e);
            return Optional.empty();
        } finally {
            while (!isAllTaken) {
                take(); // so that nobody waits to hand it over
            }
        }
    }

    private byte[] take() {
        byte[] piece = PieceStream.END;
        try {
            piece = pieces.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        isAllTaken = piece.length == 0;
        return piece;
    }

    /** Ends the look, wherever it is; what was read of a file that did not come whole is no file. */
    @Override
    public void close() {
        end();
    }

    /** Waits for the look to take {@code piece}, unless it has ended; also where whoever waits is interrupted. */
    private void hand(byte[] piece) {
        boolean isTaken = false;
        boolean isInterrupted = false;
        while (!isTaken && !look.isDone()) {
            try {
                isTaken = pieces.offer(piece, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects what is read, and hands it on by the piece. */
    private final class Watched extends FilterInputStream {

        private byte[] piece = new byte[PIECE];
        private int filled;

        private Watched(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, Math.min(length, PIECE - filled));
            if (count > 0) {
                System.arraycopy(target, offset, piece, filled, count);
                filled += count;
            }
            if (filled == PIECE || (count < 0 && filled > 0)) {
                hand(filled == PIECE ? piece : Arrays.copyOf(piece, filled));
                piece = new byte[PIECE];
                filled = 0;
            }
            return count;
        }
    }
}
