package dev.muster.imports.ui;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** An upload that tells how far it is, at most twice a second, and that can be broken off. Used by one thread. */
final class MeteredStream extends FilterInputStream {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final long length;
    private final Clock clock;
    private final IntConsumer onPercent;
    private final BooleanSupplier isCancelled;
    private long bytes;
    private Instant told;

    /**
     * @param length how many bytes will come; 0 or less where that is not known
     * @param isCancelled asked before each read; true makes the read fail
     */
    MeteredStream(InputStream in, long length, Clock clock, IntConsumer onPercent, BooleanSupplier isCancelled) {
        super(in);
        this.length = length;
        this.clock = clock;
        this.onPercent = onPercent;
        this.isCancelled = isCancelled;
        this.told = clock.instant();
    }

    /** Returns how much has come, from 0 to 100. */
    int percent() {
        return length <= 0 ? 0 : (int) Math.min(100, 100 * bytes / length);
    }

    @Override
    public int read() throws IOException {
        check();
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        check();
        int got = super.read(buffer, offset, wanted);
        return count(got, got);
    }

    private void check() throws IOException {
        if (isCancelled.getAsBoolean()) {
            throw new InterruptedIOException("The upload was cancelled.");
        }
    }

    private int count(int result, int got) {
        if (result >= 0) {
            bytes += got;
            Instant now = clock.instant();
            if (!now.isBefore(told.plus(PAUSE))) {
                told = now;
                onPercent.accept(percent());
            }
        }
        return result;
    }
}
