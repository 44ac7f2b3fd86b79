package dev.muster.common;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Has this node's clock ask for the time. */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class KeepTime extends Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(KeepTime.class);

    private final SteadyClock clock;

    /**
     * @param every less than a lease, so that a machine that slept takes nothing over before it knows the time
     */
    KeepTime(SteadyClock clock, @Value("2s") Duration every) {
        super("clock", every);
        this.clock = clock;
    }

    @Override
    protected void tick() {
        try {
            clock.measure();
        } catch (RuntimeException e) {
            LOG.debug("The database did not tell the time; the seconds are counted until it does.", e);
        }
    }
}
