package dev.muster.common;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Does something small every so often on a thread of its own, from before the first job until after the last: a job may
 * be at work for hours, and all threads for jobs with it.
 */
public abstract class Ticker implements SmartLifecycle {

    private final String name;
    private final Duration every;
    private volatile @Nullable CountDownLatch end;

    /**
     * @param name of the thread
     */
    protected Ticker(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** Called each time; throws nothing. */
    protected abstract void tick();

    /** Returns how long to wait for the next time. */
    protected Duration pause() {
        return every;
    }

    @Override
    public void start() {
        var asked = new CountDownLatch(1);
        end = asked;
        Thread.ofVirtual().name(name).start(() -> tickUntil(asked));
    }

    /** Never interrupts the thread: it may be at the H2 file, which is closed on whoever is interrupted there. */
    @Override
    public void stop() {
        CountDownLatch asked = end;
        end = null;
        if (asked != null) {
            asked.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return end != null;
    }

    /** Started before all others, and stopped after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void tickUntil(CountDownLatch asked) {
        try {
            while (!asked.await(pause().toNanos(), TimeUnit.NANOSECONDS)) {
                tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
