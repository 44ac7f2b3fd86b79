package dev.muster.imports;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells whoever listens how imports come along, wherever they run: the rows of the database are the bus, and one thread
 * of this node looks at them while somebody listens. At most two snapshots a second of each import, and always its last
 * one.
 */
@Component
public class ImportFeed implements DisposableBean {

    /** Ends a subscription. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ImportFeed.class);

    private static final Duration WHILE_ACTIVE = Duration.ofMillis(500);

    /** How long an import that another node started may go unseen. */
    private static final Duration WHILE_IDLE = Duration.ofSeconds(3);

    private final Snapshots snapshots;
    private final List<Consumer<ImportSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Set<ImportId> touched = new HashSet<>();
    private final Map<ImportId, ImportSnapshot> followed = new HashMap<>();
    private @Nullable Thread thread;
    private boolean isEnded;

    ImportFeed(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * Has {@code listener} told of every import that starts, moves on or ends, from now on. It is called on a thread of
     * the feed, one call at a time, and must return soon.
     */
    public Registration subscribe(Consumer<ImportSnapshot> listener) {
        lock.lock();
        try {
            listeners.add(listener);
            if (thread == null) {
                thread = Thread.ofVirtual().name("import-feed").start(this::follow);
            }
        } finally {
            lock.unlock();
        }
        return () -> unsubscribe(listener);
    }

    private void unsubscribe(Consumer<ImportSnapshot> listener) {
        lock.lock();
        try {
            listeners.remove(listener);
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Looks at once at an import that this node knows something happened to. */
    @TransactionalEventListener(fallbackExecution = true)
    public void touched(ImportTouched event) {
        lock.lock();
        try {
            if (thread != null) {
                touched.add(event.id());
                something.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        try {
            while (goesOn()) {
                Set<ImportId> toLookAt = takeTouched();
                toLookAt.addAll(followed.keySet());
                look(toLookAt);
                rest();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            if (listeners.isEmpty() || isEnded) {
                thread = null;
                followed.clear();
                touched.clear();
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Set<ImportId> takeTouched() {
        lock.lock();
        try {
            var taken = new HashSet<>(touched);
            touched.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void look(Set<ImportId> toLookAt) {
        try {
            for (ImportSnapshot active : snapshots.active()) {
                toLookAt.remove(active.id());
                tell(active);
            }
            // What was active and is no more has ended: its last snapshot is told too.
            for (ImportId ended : toLookAt) {
                ImportSnapshot last = followed.get(ended);
                snapshots
                        .find(ended)
                        .or(() -> Optional.ofNullable(last).map(ImportSnapshot::gone))
                        .ifPresent(this::tell);
                followed.remove(ended);
            }
        } catch (RuntimeException e) {
            LOG.warn("The state of imports could not be read; pages say that they wait until it can.", e);
            List.copyOf(followed.values()).forEach(last -> tell(last.waiting()));
        }
    }

    private void tell(ImportSnapshot snapshot) {
        if (snapshot.equals(followed.put(snapshot.id(), snapshot))) {
            return;
        }
        for (Consumer<ImportSnapshot> listener : listeners) {
            try {
                listener.accept(snapshot);
            } catch (RuntimeException e) {
                LOG.warn("A listener could not take the news of import {}; the others get them.", snapshot.id(), e);
            }
        }
    }

    /** Waits half a second between two looks, and longer while nothing runs and nothing was heard of. */
    private void rest() throws InterruptedException {
        Thread.sleep(WHILE_ACTIVE);
        lock.lock();
        try {
            long left = WHILE_IDLE.toNanos();
            while (left > 0 && followed.isEmpty() && touched.isEmpty() && !listeners.isEmpty() && !isEnded) {
                left = something.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Never interrupts the thread: it may be at the H2 file, which is closed on whoever is interrupted there. */
    @Override
    public void destroy() {
        lock.lock();
        try {
            isEnded = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
