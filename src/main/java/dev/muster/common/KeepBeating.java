package dev.muster.common;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the heart of this node beat on a thread of its own, from before the first job until after the last: a job may be
 * at work for hours, and all threads for jobs with it.
 */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class KeepBeating implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeepBeating.class);

    private final Heartbeat heartbeat;
    private final Duration every;
    private volatile @Nullable Thread thread;

    /**
     * Creates the beating of {@code heartbeat}.
     *
     * @param every more often than a beat is due, so that none is late by a whole one
     */
    KeepBeating(Heartbeat heartbeat, @Value("20s") Duration every) {
        this.heartbeat = heartbeat;
        this.every = every;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("heartbeat").start(this::beatUntilInterrupted);
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

    private void beatUntilInterrupted() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
                beat();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            heartbeat.beat();
        } catch (RuntimeException e) {
            LOG.warn("That Muster runs could not be written down; it is tried again in {} s.", every.toSeconds(), e);
        }
    }
}
