package dev.muster.imports;

import java.io.Closeable;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a running import needs from chunk to chunk. Chunks change it in their turns, one after the other, but for the count
 * of rows put aside, which they share.
 */
final class ImportSession implements Closeable {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int MOST_ASIDE_IN_A_ROW = 20;

    private final ImportRun run;
    private final ImportRules rules;
    private final ChunkReader reader;
    private final FirstLines firstLines;
    private final @Nullable RepeatedAddresses repeated;
    private final Choices choices;
    private final int writers;
    private int lastChunk;
    private final AtomicInteger putAsideInARow = new AtomicInteger();
    private long lastNanos = System.nanoTime();
    private long measuredNanos = lastNanos;

    ImportSession(
            ImportRun run,
            ImportRules rules,
            ChunkReader reader,
            FirstLines firstLines,
            @Nullable RepeatedAddresses repeated,
            Choices choices,
            int writers) {
        this.run = run;
        this.rules = rules;
        this.reader = reader;
        this.firstLines = firstLines;
        this.repeated = repeated;
        this.choices = choices;
        this.writers = writers;
        this.lastChunk = run.lastChunk();
    }

    ImportRun run() {
        return run;
    }

    ImportRules rules() {
        return rules;
    }

    /** Returns where in the file each member was met first. */
    FirstLines firstLines() {
        return firstLines;
    }

    /** Returns the addresses of which a check has to remember what their rows do. */
    RepeatedAddresses repeated() {
        return Objects.requireNonNull(repeated);
    }

    /** Returns the choices that the import adds to. */
    Choices choices() {
        return choices;
    }

    /** Returns how many chunks may be written side by side. */
    int writers() {
        return writers;
    }

    /** Returns the rows to write next, or empty after the last. */
    Optional<PreparedChunk> nextChunk() {
        return reader.next();
    }

    /** Returns the number of the chunk to write next. */
    int nextNumber() {
        return lastChunk + 1;
    }

    /** Tells whether one more row may be put aside; where many in a row fail, the rows are not what is wrong. */
    boolean mayPutAside() {
        return putAsideInARow.incrementAndGet() <= MOST_ASIDE_IN_A_ROW;
    }

    /** Notes that rows were written as they are. */
    void rowsTaken() {
        putAsideInARow.set(0);
    }

    /** Returns how long the chunk in hand has taken so far; its commit is left to the next one. */
    long millisOfChunk() {
        measuredNanos = System.nanoTime();
        return (measuredNanos - lastNanos) / NANOS_PER_MILLI;
    }

    /** Notes that the chunk in hand is committed. */
    void chunkWritten() {
        lastChunk++;
        lastNanos = measuredNanos;
    }

    @Override
    public void close() {
        reader.close();
    }
}
