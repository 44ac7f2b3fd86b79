package dev.muster.common;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for somebody whether a thing in the database has changed: one thread of a node reads it every two seconds, and
 * only while there is somebody. What changed, those who are told read themselves.
 */
public final class Lookout implements AutoCloseable {

    /** Ends a watch. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final String subject;
    private final Supplier<?> reading;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private boolean touched;
    private volatile boolean isClosed;
    private @Nullable Thread thread;

    /**
     * Creates a lookout.
     *
     * @param subject what it looks at, in the plural, for the log
     * @param reading reads, cheaply, something that is another whenever the subject is
     */
    public Lookout(String subject, Supplier<?> reading) {
        this.subject = subject;
        this.reading = reading;
    }

    /**
     * Has {@code watcher} told whenever there is a change, from now on, at most twice a second. It is called on a thread
     * of its own and must return soon.
     */
    public Watch watch(Runnable watcher) {
        lock.lock();
        try {
            if (thread == null) {
                Object last = reading.get();
                thread = Thread.ofVirtual().name("lookout-" + subject).start(() -> follow(last));
            }
            watchers.add(watcher);
        } finally {
            lock.unlock();
        }
        return () -> watchers.remove(watcher);
    }

    /** Has it look at once, since there is a change on this node. */
    public void wake() {
        lock.lock();
        try {
            touched = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void follow(Object start) {
        Object last = start;
        try {
            while (goesOn()) {
                rest();
                last = isClosed ? last : look(last);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            if (watchers.isEmpty() || isClosed) {
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
            while (left > 0 && !touched && !isClosed) {
                left = something.awaitNanos(left);
            }
            touched = false;
        } finally {
            lock.unlock();
        }
    }

    private Object look(Object last) {
        try {
            Object now = reading.get();
            if (!Objects.equals(now, last)) {
                watchers.forEach(this::tell);
            }
            return now;
        } catch (RuntimeException e) {
            LOG.warn("Whether {} changed could not be read; pages keep what they show until it can.", subject, e);
            return last;
        }
    }

    private void tell(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException e) {
            LOG.warn("A page could not take the news about {}; the others get them.", subject, e);
        }
    }

    /** Never interrupts the thread: it may be at the H2 file, which is closed on whoever is interrupted there. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
