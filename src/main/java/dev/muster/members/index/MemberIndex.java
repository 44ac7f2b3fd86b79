package dev.muster.members.index;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds members in the memory of this node. A hub that is small enough for the database to do as well has no index. Before
 * it answers it takes in what was touched since, so that whoever changed something sees it; only where that is very much,
 * such as by an import, it answers as of a moment ago and takes it in beside.
 */
@Component
public class MemberIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MemberIndex.class);

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

    private static final Duration COMPARES_EVERY = Duration.ofMinutes(15);

    private final IndexRows rows;
    private final MemberTouches touches;
    private final IndexReader reader;
    private final int smallest;
    private final Answers answers = new Answers();
    private final IndexKeeper keeper = new IndexKeeper(this::look);
    private final ReentrantLock writing = new ReentrantLock();

    private volatile @Nullable Content content;
    private long seen = -1;
    private long tooSmallAt = -1;
    private long comparedAt = System.nanoTime();
    private volatile long muchAt = System.nanoTime() - AGAIN.toNanos();

    /**
     * Takes an index that is empty.
     *
     * @param smallest of how many members on a hub has an index; negative for none
     */
    MemberIndex(
            IndexRows rows,
            MemberTouches touches,
            PlatformTransactionManager transactions,
            @Value("${muster.index.from}") int smallest) {
        this.rows = rows;
        this.touches = touches;
        this.smallest = smallest;
        this.reader = new IndexReader(rows, touches, transactions);
    }

    /** Returns who is wanted; empty where the database has to be asked. */
    public Optional<Found> find(Wanted wanted) {
        return Optional.ofNullable(fresh()).map(now -> answers.find(now, wanted));
    }

    private @Nullable Content fresh() {
        if (smallest < 0) {
            return null;
        }
        Content now = content;
        if (now == null) {
            if (smallest > 0) {
                keeper.call();
                return null;
            }
            return isInTransaction() ? null : rebuilt();
        }
        long number = touches.number();
        if (number > now.number()) {
            if (isInTransaction()) {
                return null;
            }
            if (!isTakenIn(now, number)) {
                keeper.call();
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

    private boolean takeIn(Content now, int mostTouches, int mostMembers) {
        long number = Math.min(touches.number(), now.number() + mostTouches);
        SortedSet<Long> touched = touches.between(now.number(), number).orElse(null);
        if (touched == null) {
            content = null;
            if (smallest == 0) {
                rebuilt();
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

    /** Takes in the next few touches, however many members they are about. */
    private void takeInSome(Content now) {
        writing.lock();
        try {
            if (now == content) {
                reader.asOfOneMoment(() -> takeIn(now, FEW_TOUCHES, Integer.MAX_VALUE));
            }
        } finally {
            writing.unlock();
        }
    }

    private Content rebuilt() {
        writing.lock();
        try {
            Content fresh = smallest > 0 ? reader.everybodyTimed() : reader.everybody();
            content = fresh;
            return fresh;
        } finally {
            writing.unlock();
        }
    }

    /** Has the index made before somebody asks. */
    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        if (smallest > 0) {
            keeper.begin();
        }
    }

    /** Does what there is to do, and tells whether nobody touched a member since the last time. */
    private boolean look(boolean wasCalled) {
        try {
            long number = touches.number();
            boolean isQuiet = number == seen;
            seen = number;
            Content now = content;
            if (now == null) {
                if ((isQuiet || wasCalled) && number != tooSmallAt) {
                    make(number);
                }
            } else if (number > now.number()) {
                if (isQuiet || wasCalled) {
                    takeInSome(now);
                    keeper.call();
                }
            } else if (isQuiet && (now.isWorn() || isWrong(now))) {
                rebuilt();
            }
            return isQuiet;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The index of members could not be read; lists ask the database until it can.", e);
            return true;
        }
    }

    private void make(long number) {
        if (rows.areAtLeast(smallest)) {
            rebuilt();
        } else {
            tooSmallAt = number;
        }
    }

    /** A change that nobody said would be missing for ever: so the sums are compared now and then. */
    private boolean isWrong(Content now) {
        if (System.nanoTime() - comparedAt < COMPARES_EVERY.toNanos()) {
            return false;
        }
        comparedAt = System.nanoTime();
        writing.lock();
        try {
            boolean wrong = reader.differsFrom(now);
            if (wrong) {
                LOG.warn("The index of members was not up to date and is made anew.");
            }
            return wrong;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void destroy() {
        keeper.end();
    }
}
