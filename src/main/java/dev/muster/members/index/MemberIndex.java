package dev.muster.members.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
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
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

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

    private static final int BATCH = 1_000;
    private static final int RESTS = 3;
    private static final int REMEMBERED = 16;
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final Duration COMPARES_EVERY = Duration.ofMinutes(15);

    private final IndexRows rows;
    private final MemberTouches touches;
    private final TransactionTemplate transaction;
    private final int smallest;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final Map<Wanted, Answer> answers = new LinkedHashMap<>(REMEMBERED, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Answer> eldest) {
            return size() > REMEMBERED;
        }
    };

    private volatile @Nullable Content content;
    private boolean isCalled;
    private long seen = -1;
    private long tooSmallAt = -1;
    private @Nullable Thread thread;
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
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record Answer(Content content, long number, Found found) {}

    /** Returns who is wanted; empty where the database has to be asked. */
    public Optional<Found> find(Wanted wanted) {
        return Optional.ofNullable(fresh()).map(now -> found(now, wanted));
    }

    private Found found(Content now, Wanted wanted) {
        now.readLock().lock();
        try {
            synchronized (answers) {
                Answer known = answers.get(wanted);
                if (known != null && known.content() == now && known.number() == now.number()) {
                    return known.found();
                }
            }
            var found = new Found(now, wanted);
            synchronized (answers) {
                answers.put(wanted, new Answer(now, now.number(), found));
            }
            return found;
        } finally {
            now.readLock().unlock();
        }
    }

    private @Nullable Content fresh() {
        if (smallest < 0) {
            return null;
        }
        Content now = content;
        if (now == null) {
            if (smallest > 0) {
                call();
                return null;
            }
            return rebuilt();
        }
        long number = touches.number();
        if (number > now.number() && !isTakenIn(now, number)) {
            call();
        }
        return content;
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
            return Boolean.TRUE.equals(transaction.execute(_ -> takeIn(now, MOST_TOUCHES, most)));
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
            return smallest == 0 && rebuilt() != null;
        }
        if (touched.size() > FEW) {
            muchAt = System.nanoTime();
        }
        if (touched.size() > mostMembers) {
            return false;
        }
        List<Long> ids = List.copyOf(touched);
        var members = new ArrayList<IndexedMember>(ids.size());
        for (int from = 0; from < ids.size(); from += BATCH) {
            members.addAll(rows.of(ids.subList(from, Math.min(ids.size(), from + BATCH))));
        }
        now.change(touched, members, number);
        return true;
    }

    /** Takes in the next few touches, however many members they are about. */
    private void takeInSome(Content now) {
        writing.lock();
        try {
            if (now == content) {
                transaction.executeWithoutResult(_ -> takeIn(now, FEW_TOUCHES, Integer.MAX_VALUE));
            }
        } finally {
            writing.unlock();
        }
    }

    private @Nullable Content rebuilt() {
        writing.lock();
        try {
            content = transaction.execute(_ -> read());
            return content;
        } finally {
            writing.unlock();
        }
    }

    private Content read() {
        long start = System.nanoTime();
        var fresh = new Content();
        long number = touches.number();
        List<IndexedMember> some = rows.after(0, Page.SIZE);
        while (!some.isEmpty()) {
            fresh.fill(some);
            some = rows.after(some.getLast().id(), Page.SIZE);
        }
        fresh.sort(number);
        if (smallest > 0) {
            LOG.info(
                    "The index of {} members was made in {} ms; it takes {} MiB beside the heap.",
                    fresh.members(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    fresh.pages().bytes() >> 20);
        }
        return fresh;
    }

    /** Has the index made before somebody asks. */
    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        if (smallest > 0) {
            thread = Thread.ofPlatform().daemon().name("member-index").start(this::keep);
        }
    }

    private void call() {
        lock.lock();
        try {
            isCalled = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForCall() throws InterruptedException {
        lock.lock();
        try {
            long left = LOOKS_EVERY.toNanos();
            while (left > 0 && !isCalled) {
                left = called.awaitNanos(left);
            }
            boolean wasCalled = isCalled;
            isCalled = false;
            return wasCalled;
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean wasCalled = waitForCall();
                long start = System.nanoTime();
                boolean isQuiet = look(wasCalled);
                // While an import writes, most of the time is left to it.
                long pause = isQuiet ? 0 : RESTS * (System.nanoTime() - start);
                TimeUnit.NANOSECONDS.sleep(Math.min(LOOKS_EVERY.toNanos(), pause));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
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
                    call();
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
            boolean wrong = Boolean.TRUE.equals(transaction.execute(_ -> {
                IndexRows.Sums sums = rows.sums();
                return touches.number() == now.number()
                        && (sums.members() != now.members() || sums.marks() != now.marks());
            }));
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
        if (thread != null) {
            thread.interrupt();
        }
    }
}
