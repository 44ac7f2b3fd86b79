package dev.muster.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the database said when it was last looked at, for meters: several that are read at once share a look, and whoever
 * reads them while the database is away gets the last answer at once instead of waiting for it.
 */
public final class LastLook<T> {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int PATIENCE_SECONDS = 2;

    private final Supplier<T> look;
    private final Clock clock;
    private @Nullable Instant lookedAt;
    private @Nullable CompletableFuture<T> looking;
    private T last;

    /**
     * @param look reads from the database
     * @param first what is told as long as it has never answered
     */
    public LastLook(Supplier<T> look, T first, Clock clock) {
        this.look = look;
        this.last = first;
        this.clock = clock;
    }

    /** Returns what is known, from not long ago unless the database is away. */
    public synchronized T get() {
        Instant now = clock.instant();
        if (lookedAt == null || !now.isBefore(lookedAt.plus(FRESH))) {
            lookedAt = now;
            lookAgain();
        }
        return last;
    }

    private void lookAgain() {
        if (looking == null) {
            looking = CompletableFuture.supplyAsync(look, Thread::startVirtualThread);
        }
        try {
            last = looking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            looking = null;
        } catch (ExecutionException _) {
            looking = null; // readiness says that the database is away
        } catch (TimeoutException _) {
            // asked for again later
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
