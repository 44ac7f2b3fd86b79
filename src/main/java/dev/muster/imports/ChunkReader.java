package dev.muster.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and checks rows on a thread of its own, a chunk ahead of whoever writes them: more would only be memory. Closing
 * it ends the thread, wherever it is.
 */
final class ChunkReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkReader.class);

    /** How long closing waits before it looks whether the thread is held up again. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    /**
     * A chunk ends early rather than hold more than this, in UTF-16 units and with what each cell takes besides: up to
     * three chunks are in memory at a time, and a cell of thousands of values takes many times its length.
     */
    private static final long MAX_WEIGHT = 3L << 20;

    private static final long WEIGHT_OF_CELL = 16;

    /** What the reading thread hands over. */
    private sealed interface Handover {
        record Rows(PreparedChunk chunk) implements Handover {}

        record End() implements Handover {}

        record Failure(Throwable cause) implements Handover {}
    }

    private final CsvSource source;
    private final RowRules rules;
    private final Pace pace;
    private final BlockingQueue<Handover> ready = new SynchronousQueue<>();
    private final Thread thread;
    private volatile boolean isClosed;

    /**
     * Starts to read {@code source}, which it closes in the end.
     *
     * @param lastLine rows up to this line are passed over: they were written before
     */
    ChunkReader(CsvSource source, RowRules rules, Pace pace, long lastLine) {
        this.source = source;
        this.rules = rules;
        this.pace = pace;
        this.thread = ImportThreads.start("import-reader", () -> read(lastLine));
    }

    /**
     * Waits for the next chunk; empty after the last one.
     *
     * @throws UnusableFileException what the reading met
     */
    Optional<PreparedChunk> next() {
        try {
            return switch (ready.take()) {
                case Handover.Rows(PreparedChunk chunk) -> Optional.of(chunk);
                case Handover.End() -> Optional.empty();
                case Handover.Failure(UnusableFileException cause) -> throw cause;
                case Handover.Failure(Throwable cause) ->
                    throw new IllegalStateException("Reading the file failed.", cause);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for rows.", e);
        }
    }

    private void read(long lastLine) {
        try (source) {
            CsvRow row = source.next();
            while (row != null && row.line() <= lastLine && !isClosed) {
                row = source.next();
            }
            if (row != null && pace.putsFirstAside()) {
                putAside(row);
                row = source.next();
            }
            for (int chunk = 0; row != null && !isClosed; chunk++) {
                row = readChunk(row, pace.rows(chunk));
            }
            ready.put(new Handover.End());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    /** Hands over the chunk that begins with {@code first}; returns the row after it. */
    private @Nullable CsvRow readChunk(CsvRow first, int chunkRows) throws IOException, InterruptedException {
        List<CheckedRow> rows = new ArrayList<>(chunkRows);
        long weight = 0;
        CsvRow row = first;
        while (row != null && rows.size() < chunkRows && weight < MAX_WEIGHT && !isClosed) {
            rows.add(check(row));
            weight += row.length() + WEIGHT_OF_CELL * row.cells().size();
            row = source.next();
        }
        ready.put(new Handover.Rows(new PreparedChunk(rows, source.bytesRead())));
        return row;
    }

    /** A row that the rules fail at is not to stop those after it. */
    private CheckedRow check(CsvRow row) {
        try {
            return rules.check(row);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Line {} cannot be checked and is rejected; the import goes on.", row.line(), e);
            return CheckedRow.unprocessable(row);
        }
    }

    private void putAside(CsvRow row) throws IOException, InterruptedException {
        LOG.error("Line {} is rejected: the process died over it too often. The import goes on.", row.line());
        ready.put(new Handover.Rows(new PreparedChunk(List.of(CheckedRow.unprocessable(row)), source.bytesRead())));
    }

    private void fail(Throwable cause) {
        try {
            ready.put(new Handover.Failure(cause));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Never interrupts the thread: it may be reading from H2, which closes its file on whoever is interrupted there. */
    @Override
    public void close() {
        isClosed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            ready.poll(); // nobody takes what would come
            try {
                thread.join(PAUSE);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
