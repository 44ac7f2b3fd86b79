package dev.muster.members.index;

import java.time.Duration;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The content of the index, brought up to date before it is given to whoever asks. What is too much to wait for is left to
 * the {@link IndexKeeper}.
 *
 * <p>Thread-safe. Whoever puts another content in its place, or takes changes into it, holds the lock for writing, before a
 * connection and before the content's own lock; whoever only reads needs that one alone.
 */
final class FreshContent {

    private static final Logger LOG = LoggerFactory.getLogger(FreshContent.class);

    /** So many are taken in while somebody waits. */
    private static final int AT_ONCE = 5_000;

    private static final int MOST_TOUCHES = 64;

    /** A touch of an import is about thousands. */
    private static final int FEW_TOUCHES = 2;

    /** Where much is touched again and again, only so few are still taken in while somebody waits. */
    private static final int FEW = 500;

    /** Much that comes so soon after much is an import, or another long job. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    /** How long somebody waits for another who is taking something in. */
    private static final Duration WAITS = Duration.ofMillis(100);

    private final MemberTouches touches;
    private final IndexReader reader;
    private final int smallest;
    private final Runnable callKeeper;
    private final ReentrantLock writing = new ReentrantLock();

    /** Set under {@link #writing}. Whoever read it before they held the lock looks again whether it is still the same. */
    private volatile @Nullable Content content;

    /** Set under {@link #writing}; read without it, as it is only about how much is worth a wait. */
    private volatile long muchAt = System.nanoTime() - AGAIN.toNanos();

    /**
     * Takes an index that is empty.
     *
     * @param smallest of how many members on a hub has an index; negative for none, 0 for one without a keeper
     * @param callKeeper has the keeper do what nobody waits for
     */
    FreshContent(MemberTouches touches, IndexReader reader, int smallest, Runnable callKeeper) {
        this.touches = touches;
        this.reader = reader;
        this.smallest = smallest;
        this.callKeeper = callKeeper;
    }

    /** Returns the content as it was last known; {@code null} where there is none. */
    @Nullable
    Content asKnown() {
        return content;
    }

    /** Returns the content with all that was touched until now, unless it is much; {@code null} where there is none. */
    @Nullable
    Content fresh() {
        if (smallest < 0) {
            return null;
        }
        Content now = content;
        if (now == null) {
            if (smallest > 0) {
                callKeeper.run();
                return null;
            }
            return isInTransaction() ? null : makeAnew();
        }
        long number = touches.number();
        if (number > now.number()) {
            if (isInTransaction()) {
                return null;
            }
            if (!isTakenIn(now, number)) {
                callKeeper.run();
            }
        }
        return content;
    }

    /**
     * Tells whether a transaction holds a connection of this thread. Then nothing is taken in: it would see what this one has
     * not committed, or need another connection.
     */
    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Takes in what was touched up to {@code number}, unless it is much; tells whether nothing of it is left. */
    private boolean isTakenIn(Content now, long number) {
        boolean isMuchAgain = smallest > 0 && System.nanoTime() - muchAt < AGAIN.toNanos();
        if (number - now.number() > (isMuchAgain ? FEW_TOUCHES : MOST_TOUCHES) || !isMyTurn()) {
            return false;
        }
        try {
            if (now != content || number <= now.number()) {
                return true;
            }
            int most = smallest == 0 ? Integer.MAX_VALUE : isMuchAgain ? FEW : AT_ONCE;
            return reader.asOfOneMoment(() -> takeIn(now, MOST_TOUCHES, most));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What changed about members could not be read; lists show what was known before.", e);
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** Takes the lock for writing, unless somebody else keeps it for long: making the index takes many seconds. */
    private boolean isMyTurn() {
        if (smallest == 0) {
            writing.lock();
            return true;
        }
        try {
            return writing.tryLock(WAITS.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes in the next few touches, however many members they are about. */
    void takeInSome(Content now) {
        writing.lock();
        try {
            if (now == content) {
                reader.asOfOneMoment(() -> takeIn(now, FEW_TOUCHES, Integer.MAX_VALUE));
            }
        } finally {
            writing.unlock();
        }
    }

    /** Called by whoever holds the lock, within one moment of the database. */
    private boolean takeIn(Content now, int mostTouches, int mostMembers) {
        long number = Math.min(touches.number(), now.number() + mostTouches);
        SortedSet<Long> touched = touches.between(now.number(), number).orElse(null);
        if (touched == null) {
            content = null;
            if (smallest == 0) {
                makeAnew();
            }
            return smallest == 0;
        }
        if (touched.size() > FEW) {
            muchAt = System.nanoTime();
        }
        if (touched.size() > mostMembers) {
            return false;
        }
        now.change(touched, reader.members(touched), number);
        return true;
    }

    /** Reads everybody, and returns the content that is from now on the one. */
    Content makeAnew() {
        writing.lock();
        try {
            Content fresh = smallest > 0 ? reader.everybodyTimed() : reader.everybody();
            content = fresh;
            return fresh;
        } finally {
            writing.unlock();
        }
    }

    /** Tells whether the database has another sum of members than {@code now}, which nobody changes meanwhile. */
    boolean isWrong(Content now) {
        writing.lock();
        try {
            return reader.differsFrom(now);
        } finally {
            writing.unlock();
        }
    }
}
