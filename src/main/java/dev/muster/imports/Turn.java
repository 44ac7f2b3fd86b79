package dev.muster.imports;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

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

    private final CompletableFuture<Void> committed = new CompletableFuture<>();
    private @Nullable Turn before;

    private Turn(@Nullable Turn before) {
        this.before = before;
    }

    /** Returns the turn of a chunk that waits for no other. */
    static Turn first() {
        return new Turn(null);
    }

    /** Returns the turn of the chunk after this one. */
    Turn next() {
        return new Turn(this);
    }

    /**
     * Waits until the chunk before is committed. Can be called again, as a transaction that is tried again does.
     *
     * @throws LostException where it was not
     */
    void await() {
        Turn waited = before;
        if (waited == null) {
            return;
        }
        try {
            waited.committed.join();
        } catch (CompletionException e) {
            throw new LostException(e.getCause() == null ? e : e.getCause());
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
