package dev.muster.common;

import java.time.Duration;
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
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     */
    protected Ticker(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** Called each time; throws nothing. */
    protected abstract void tick();

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::tickUntilInterrupted);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Started before all others, and stopped after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void tickUntilInterrupted() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
                tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
