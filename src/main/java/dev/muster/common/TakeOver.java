package dev.muster.common;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import dev.muster.common.Leases.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Has the jobs of a node that died taken over, within the lease, counted from its last sign of life. It looks at the
 * moment at which the first of the others' jobs would have been silent for too long: seldom while everybody lives, and
 * never late.
 *
 * @see "Decision 025: take-over within the lease"
 */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class TakeOver extends Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);

    /** So many beats a lease has at least: a node that lives may miss some. */
    private static final int FEWEST_BEATS = 4;

    /** So many beats the others get to show themselves, after this node could not look. */
    private static final int BEATS_OF_GRACE = 2;

    private final Leases leases;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Duration beat;

    /** Whoever was silent for so long is dead. What is left of the lease is for taking up what it had. */
    private final Duration silence;

    private volatile Instant next;
    private volatile boolean isBlind;

    /**
     * Creates the look-out of a node that starts.
     *
     * @param lease so long after its last sign of life a node has lost its jobs to another one
     * @param beat how often a node gives a sign of life for each job
     */
    TakeOver(
            Leases leases,
            Scheduler scheduler,
            Clock clock,
            @Value("${muster.lease}") Duration lease,
            @Value("${db-scheduler.heartbeat-interval}") Duration beat) {
        super("take-over", beat);
        if (lease.compareTo(beat.multipliedBy(FEWEST_BEATS)) < 0) {
            throw new IllegalArgumentException(
                    "muster.lease (MUSTER_LEASE) is %d ms; it has to be at least %d times db-scheduler.heartbeat-interval, %d ms."
                            .formatted(lease.toMillis(), FEWEST_BEATS, beat.toMillis()));
        }
        this.leases = leases;
        this.scheduler = scheduler;
        this.clock = clock;
        this.beat = beat;
        this.silence = lease.minus(beat);
        this.next = clock.instant();
    }

    /** Looks at once: what this node left behind when it died may be long lost. */
    @Override
    public void start() {
        next = clock.instant();
        super.start();
    }

    /** However the clock is set, never longer than a new lease. */
    @Override
    protected Duration pause() {
        Duration left = Duration.between(clock.instant(), next);
        return left.isNegative() ? Duration.ZERO : left.compareTo(silence) > 0 ? silence : left;
    }

    @Override
    protected void tick() {
        try {
            next = look();
        } catch (RuntimeException e) {
            isBlind = true;
            next = clock.instant().plus(beat);
            LOG.debug("Whether a node died could not be read.", e);
        }
    }

    /** Returns when to look again: a job that is taken up from now on has a lease that ends later. */
    private Instant look() {
        List<Held> others = leases.held().stream().filter(this::isElsewhere).toList();
        Instant now = clock.instant();
        if (isBlind || now.isAfter(next.plus(beat))) {
            // What kept this node from looking, such as a pause of the database, may have kept the others from beating.
            isBlind = false;
            return now.plus(beat.multipliedBy(BEATS_OF_GRACE));
        }
        Instant dead = now.minus(silence);
        List<Held> lost =
                others.stream().filter(job -> !job.beat().isAfter(dead)).toList();
        lost.forEach(this::end);
        if (!lost.isEmpty()) {
            scheduler.triggerCheckForDueExecutions();
        }
        return others.stream()
                .map(Held::beat)
                .filter(last -> last.isAfter(dead))
                .min(Instant::compareTo)
                .orElse(now)
                .plus(silence);
    }

    /** What this node executes lives, as it does itself, even where its beats came to nothing. */
    private boolean isElsewhere(Held job) {
        return scheduler.getCurrentlyExecuting().stream()
                .map(CurrentlyExecuting::getExecution)
                .noneMatch(job::is);
    }

    private void end(Held job) {
        LOG.info(
                "Nobody was heard of for {} s who has the job {} {}. It goes on.",
                silence.toSeconds(),
                job.task(),
                job.instance());
        leases.end(job);
    }
}
