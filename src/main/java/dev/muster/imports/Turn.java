package dev.muster.imports;

import java.time.Duration;
import java.util.Optional;
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

    /** The chunk before did something else than this one was planned on. */
    static final class SurpriseException extends RuntimeException {

        private static final long serialVersionUID = 1;

        SurpriseException() {
            super("The chunk before was planned again.");
        }
    }

    private record Planned(ChunkPlan plan, int number) {}

    /** How long a transaction may be kept open for the chunk before; well under the database's own wait for a lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int NOTHING_FORESEEN = 0;

    private final CompletableFuture<Void> committed = new CompletableFuture<>();
    private final boolean isAboutTheSame;
    private final Duration patience;
    private @Nullable Turn before;
    private boolean waitsUnlocked;

    /** Which plan of the chunk before this one is planned on. */
    private int foreseen = NOTHING_FORESEEN;

    /** What the chunk is going to do; null while that is not known, and once it is done. The other turn's thread asks. */
    private @Nullable ChunkPlan plan;

    private int plans;
    private boolean isOver;

    private Turn(@Nullable Turn before, boolean isAboutTheSame, Duration patience) {
        this.before = before;
        this.isAboutTheSame = isAboutTheSame;
        this.waitsUnlocked = isAboutTheSame;
        this.patience = patience;
    }

    /** Returns the turn of a chunk that waits for no other. */
    static Turn first() {
        return first(PATIENCE);
    }

    /** Returns the same, with another limit to the wait inside a transaction. */
    static Turn first(Duration patience) {
        return new Turn(null, false, patience);
    }

    /** Returns the turn of the chunk after this one, which is about other people. */
    Turn next() {
        return new Turn(this, false, patience);
    }

    /** Returns the turn of the chunk after this one, which is about some of the same people. */
    Turn nextAboutTheSame() {
        return new Turn(this, true, patience);
    }

    /**
     * Notes what the chunk is going to do: the one after it may be planned on that. Of a chunk that is written in parts,
     * each part says what it does; those before it are committed then, and whoever is planned on it reads what they did.
     */
    synchronized void planned(ChunkPlan now) {
        plan = now;
        plans++;
        notifyAll();
    }

    /** Notes that the chunk did not do what it was going to: it has to be planned again. */
    synchronized void withdraw() {
        plan = null;
    }

    /**
     * Has to be called before each transaction of a chunk that does not {@link #foresee} what the one before does. Where it
     * has to see that, or was given up since the chunk before was late, it waits here, while nothing is locked.
     *
     * @throws LostException where the chunk before was not written
     */
    void prepare() {
        foreseen = NOTHING_FORESEEN;
        Turn waited = before;
        if (waitsUnlocked && waited != null) {
            waited.committed.handle((_, _) -> true).join(); // failed or not: the next line tells
            await();
        }
    }

    /**
     * Waits, in place of {@link #prepare}, only until it is known what the chunk before is going to do. The transaction may
     * begin then, and has to {@link #awaitForeseen} before it touches people of that chunk.
     *
     * @return empty where this chunk has nothing to see of the one before, or has waited until that is committed
     * @throws LostException where the chunk before was not written
     */
    Optional<ChunkPlan> foresee() {
        Turn waited = before;
        Planned planned = waited == null || !isAboutTheSame ? null : waited.awaitPlan();
        if (planned == null) {
            prepare();
            return Optional.empty();
        }
        foreseen = planned.number();
        return Optional.of(planned.plan());
    }

    /** Waits until the chunk has a plan; returns null where it is over before. */
    private synchronized @Nullable Planned awaitPlan() {
        try {
            while (plan == null && !isOver) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return plan == null ? null : new Planned(plan, plans);
    }

    /**
     * Waits like {@link #await} where the chunk is planned on what the one before was going to do.
     *
     * @throws SurpriseException where it did something else
     */
    void awaitForeseen() {
        Turn waited = before;
        if (waited == null || foreseen == NOTHING_FORESEEN) {
            return;
        }
        await();
        if (waited.plans() != foreseen) {
            throw new SurpriseException();
        }
    }

    private synchronized int plans() {
        return plans;
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
            waitsUnlocked = true;
            throw new LateException();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        // A million rows are many turns; each lets go of those before it.
        before = null;
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for the chunk before.", cause);
    }

    void committed() {
        end();
        committed.complete(null);
    }

    void failed(Throwable cause) {
        end();
        committed.completeExceptionally(cause);
    }

    private synchronized void end() {
        isOver = true;
        plan = null; // whoever asks now reads what it did, or is lost, too
        notifyAll();
    }
}
