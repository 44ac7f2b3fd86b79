package dev.muster.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
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

    private final Source source;
    private final boolean isShared;
    private final Clock machine;
    private final LongSupplier nanos;
    private volatile Mark mark;
    private volatile boolean isTold;

    /** Knows what time it is. */
    @FunctionalInterface
    public interface Source {

        /** Asks, and reads {@code nanos} right before and right after: waiting until it can ask is no part of the answer. */
        Reading read(LongSupplier nanos);
    }

    /** What time it was at some moment between two counts of nanoseconds. */
    public record Reading(long before, Instant moment, long after) {

        private boolean isSlow() {
            return after - before > SLOWEST_ANSWER.toNanos();
        }

        private Mark mark() {
            return new Mark(moment, before + (after - before) / 2);
        }
    }

    /** What time it was at which count of nanoseconds. */
    private record Mark(Instant moment, long nanos) {}

    private SteadyClock(Source source, boolean isShared, Clock machine, LongSupplier nanos) {
        this.source = source;
        this.isShared = isShared;
        this.machine = machine;
        this.nanos = nanos;
        this.mark = source.read(nanos).mark();
        compare(mark);
    }

    /** Returns the clock of a database that several nodes share: each follows it, wherever it is set. */
    public static SteadyClock ofShared(Source database, Clock machine, LongSupplier nanos) {
        return new SteadyClock(database, true, machine, nanos);
    }

    /**
     * Returns the clock of the one process of a hub, by that of its machine. When that is set back, this is not: what is
     * due in a second would be due in an hour.
     */
    public static SteadyClock ofMachine(Clock machine, LongSupplier nanos) {
        return new SteadyClock(
                count -> new Reading(count.getAsLong(), machine.instant(), count.getAsLong()), false, machine, nanos);
    }

    /** Asks what time it is. */
    public void measure() {
        Reading reading = source.read(nanos);
        if (reading.isSlow()) {
            return;
        }
        Mark measured = reading.mark();
        compare(measured);
        Duration ahead = Duration.between(at(measured.nanos()), measured.moment());
        boolean mayFollow = isShared || ahead.isPositive();
        if (mayFollow && ahead.abs().compareTo(TOLERANCE) > 0) {
            mark = measured;
        }
    }

    /** Says once that the machine's clock differs: from that of the database, or from what was counted up to now. */
    private void compare(Mark measured) {
        Duration ahead = isShared
                ? Duration.between(measured.moment(), machine.instant())
                : Duration.between(at(measured.nanos()), measured.moment());
        boolean isWrong = ahead.abs().compareTo(WORTH_A_WORD) > 0;
        if (isWrong && !isTold) {
            warn(ahead);
        }
        isTold = isWrong;
    }

    private void warn(Duration ahead) {
        long seconds = ahead.abs().toSeconds();
        if (isShared) {
            LOG.warn(
                    "The clock of this machine is {} s {} that of the database. Muster goes by the database.",
                    seconds,
                    ahead.isPositive() ? "ahead of" : "behind");
        } else if (ahead.isPositive()) {
            LOG.warn("The clock of this machine jumped {} s ahead. Muster follows it.", seconds);
        } else {
            LOG.warn(
                    "The clock of this machine was set back by {} s. Muster counts on until it is restarted.", seconds);
        }
    }

    @Override
    public Instant instant() {
        return at(nanos.getAsLong());
    }

    private Instant at(long count) {
        Mark last = mark;
        return last.moment().plusNanos(count - last.nanos());
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
