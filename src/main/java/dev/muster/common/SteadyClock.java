package dev.muster.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the database, the same on every node whatever the clocks of their machines say: asked for once, and again
 * every few seconds; in between the seconds are counted. So nothing is taken over too early or too late because a clock
 * is wrong or set anew.
 *
 * @see "Decision 023: whose clock"
 */
public final class SteadyClock extends Clock {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);

    /** An answer that took longer says too little. */
    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(1);

    /** Within so much of what was counted an answer says nothing new: it has been on its way as long. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    /** So wrong may the machine's own clock be before somebody should look at it. */
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(10);

    private final Supplier<Instant> source;
    private final boolean isShared;
    private final Clock machine;
    private final LongSupplier nanos;
    private volatile Mark mark;
    private volatile boolean isTold;

    /** What time it was at which count of nanoseconds. */
    private record Mark(Instant moment, long nanos) {}

    private SteadyClock(Supplier<Instant> source, boolean isShared, Clock machine, LongSupplier nanos) {
        this.source = source;
        this.isShared = isShared;
        this.machine = machine;
        this.nanos = nanos;
        long before = nanos.getAsLong();
        Instant there = source.get();
        this.mark = new Mark(there, middle(before, nanos.getAsLong()));
        compare(there);
    }

    /** Returns the clock of a database that several nodes share: each follows it, wherever it is set. */
    public static SteadyClock ofShared(Supplier<Instant> database, Clock machine, LongSupplier nanos) {
        return new SteadyClock(database, true, machine, nanos);
    }

    /**
     * Returns the clock of the one process of a hub, by that of its machine. When that is set back, this is not: what is
     * due in a second would be due in an hour.
     */
    public static SteadyClock ofMachine(Clock machine, LongSupplier nanos) {
        return new SteadyClock(machine::instant, false, machine, nanos);
    }

    /** Asks what time it is. */
    public void measure() {
        long before = nanos.getAsLong();
        Instant there = source.get();
        long after = nanos.getAsLong();
        if (after - before > SLOWEST_ANSWER.toNanos()) {
            return;
        }
        var measured = new Mark(there, middle(before, after));
        Duration ahead = Duration.between(at(measured.nanos()), there);
        boolean mayFollow = isShared || ahead.isPositive();
        if (mayFollow && ahead.abs().compareTo(TOLERANCE) > 0) {
            mark = measured;
        }
        compare(there);
    }

    private void compare(Instant there) {
        Duration ahead = Duration.between(there, machine.instant());
        boolean isWrong = ahead.abs().compareTo(WORTH_A_WORD) > 0;
        if (isWrong && !isTold) {
            LOG.warn(
                    "The clock of this machine is {} s {} that of the database. Muster goes by the database.",
                    ahead.abs().toSeconds(),
                    ahead.isPositive() ? "ahead of" : "behind");
        }
        isTold = isWrong;
    }

    @Override
    public Instant instant() {
        return at(nanos.getAsLong());
    }

    private Instant at(long count) {
        Mark last = mark;
        return last.moment().plusNanos(count - last.nanos());
    }

    private static long middle(long before, long after) {
        return before + (after - before) / 2;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Moments are all that anybody asks it for. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock tells moments.");
    }
}
