package dev.muster.members;

import dev.muster.members.index.MemberTouches;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages, on every node, that members changed: one number in the database goes up, and one thread of a node
 * looks at it while somebody watches. What changed, the pages read themselves.
 */
@Component
public class MemberPulse implements DisposableBean, TransactionSynchronization {

    /** Ends a watch. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private static final Logger LOG = LoggerFactory.getLogger(MemberPulse.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final MemberTouches touches;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private boolean touched;
    private @Nullable Thread thread;

    MemberPulse(JdbcClient jdbc, MemberTouches touches) {
        this.jdbc = jdbc;
        this.touches = touches;
    }

    /**
     * Says, in the current transaction, that members change. Costs one row at its very end, once however often it is
     * called.
     */
    public void beat() {
        TransactionSynchronizationManager.registerSynchronization(this);
    }

    /** Says the same, and whom it is about. Whatever changes a row of a member or a membership has to say so. */
    public void beat(Collection<Long> members) {
        touches.touch(members);
        beat();
    }

    /** Says only whom the current transaction is about: for an import, whose pages have news of their own. */
    public void touch(Collection<Long> members) {
        touches.touch(members);
    }

    /**
     * Has {@code watcher} told whenever members have changed, from now on, at most twice a second. It is called on a
     * thread of its own and must return soon.
     */
    public Watch watch(Runnable watcher) {
        lock.lock();
        try {
            watchers.add(watcher);
            if (thread == null) {
                long last = read();
                thread = Thread.ofVirtual().name("member-pulse").start(() -> follow(last));
            }
        } finally {
            lock.unlock();
        }
        return () -> watchers.remove(watcher);
    }

    /** Last in its transaction, so that the row which all of them share is held for a moment only. */
    @Override
    public void beforeCommit(boolean readOnly) {
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'members'").update();
    }

    @Override
    public void afterCommit() {
        lock.lock();
        try {
            touched = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long read() {
        return jdbc.sql("SELECT beat FROM pulse WHERE topic = 'members'")
                .query(Long.class)
                .single();
    }

    private void follow(long start) {
        long last = start;
        try {
            while (goesOn()) {
                rest();
                last = look(last);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            if (watchers.isEmpty()) {
                thread = null;
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void rest() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        lock.lock();
        try {
            long left = LOOK_EVERY.toNanos();
            while (left > 0 && !touched) {
                left = something.awaitNanos(left);
            }
            touched = false;
        } finally {
            lock.unlock();
        }
    }

    private long look(long last) {
        try {
            long now = read();
            if (now != last) {
                watchers.forEach(MemberPulse::tell);
            }
            return now;
        } catch (RuntimeException e) {
            LOG.warn("Whether members changed could not be read; pages keep what they show until it can.", e);
            return last;
        }
    }

    private static void tell(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException e) {
            LOG.warn("A page could not take the news about members; the others get them.", e);
        }
    }

    @Override
    public void destroy() {
        lock.lock();
        try {
            if (thread != null) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
