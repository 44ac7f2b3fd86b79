package dev.muster.imports;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * The place of a chunk in the file's order. Chunks are written side by side, but each touches what all of them share,
 * and is committed, only once the one before it is.
 */
final class Turn {

    /** The chunk before was not written, so this one must not be either. */
    static final class LostException extends RuntimeException {

        private static final long serialVersionUID = 1;

        LostException(Throwable cause) {
            super("The chunk before failed.", cause);
        }
    }

    /** The chunk before takes long; perhaps it waits for what this one holds, which the database cannot see. */
    static final class LateException extends ConcurrencyFailureException {

        private static final long serialVersionUID = 1;

        LateException() {
            super("The chunk before is not committed yet.");
        }
    }

    /** How long a transaction may be kept open for the chunk before; well under the database's own wait for a lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CompletableFuture<Void> committed = new CompletableFuture<>();
    private final Duration patience;
    private @Nullable Turn before;
    private boolean wasLate;

    private Turn(@Nullable Turn before, Duration patience) {
        this.before = before;
        this.patience = patience;
    }

    /** Returns the turn of a chunk that waits for no other. */
    static Turn first() {
        return first(PATIENCE);
    }

    /** Returns the same, with another limit to the wait inside a transaction. */
    static Turn first(Duration patience) {
        return new Turn(null, patience);
    }

    /** Returns the turn of the chunk after this one. */
    Turn next() {
        return new Turn(this, patience);
    }

    /**
     * Has to be called before each transaction: after one that was given up since the chunk before was late, this waits
     * for that chunk while nothing is locked.
     *
     * @throws LostException where the chunk before was not written
     */
    void prepare() {
        Turn waited = before;
        if (wasLate && waited != null) {
            waited.committed.handle((_, _) -> true).join(); // failed or not: the next line tells
            await();
        }
    }

    /**
     * Waits in a transaction until the chunk before is committed. Can be called again, as a transaction that is tried
     * again does.
     *
     * @throws LostException where it was not written
     * @throws LateException where it takes so long that this transaction had better let go of its locks
     */
    void await() {
        Turn waited = before;
        if (waited == null) {
            return;
        }
        try {
            waited.committed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LostException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException _) {
            wasLate = true;
            throw new LateException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the chunk before.", e);
        }
        // A million rows are many turns; each lets go of those before it.
        before = null;
    }

    void committed() {
        committed.complete(null);
    }

    void failed(Throwable cause) {
        committed.completeExceptionally(cause);
    }
}
