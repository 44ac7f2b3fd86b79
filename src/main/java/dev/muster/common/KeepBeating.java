package dev.muster.common;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Has the heart of this node beat. */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class KeepBeating extends Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(KeepBeating.class);

    private final Heartbeat heartbeat;
    private final Duration every;

    /**
     * Creates the beating of {@code heartbeat}.
     *
     * @param every more often than a beat is due, so that none is late by a whole one
     */
    KeepBeating(Heartbeat heartbeat, @Value("20s") Duration every) {
        super("heartbeat", every);
        this.heartbeat = heartbeat;
        this.every = every;
    }

    @Override
    protected void tick() {
        try {
            heartbeat.beat();
        } catch (RuntimeException e) {
            LOG.warn("That Muster runs could not be written down; it is tried again in {} s.", every.toSeconds(), e);
        }
    }
}
