package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock database = new SettableClock();
    private final SettableClock machine = new SettableClock();
    private final AtomicLong nanos = new AtomicLong(42);
    private final Instant start = database.instant();

    @Test
    void goesByTheDatabaseWhateverTheMachineSays() {
        machine.advance(HOUR);
        var clock = SteadyClock.ofShared(database::instant, machine, nanos::get);
        assertThat(clock.instant()).isEqualTo(start);

        pass(SECOND);
        machine.advance(HOUR.multipliedBy(-2));
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start.plus(SECOND));
    }

    @Test
    void countsTheSecondsBetweenTwoAnswers() {
        var clock = SteadyClock.ofShared(database::instant, machine, nanos::get);
        nanos.addAndGet(SECOND.toNanos());
        assertThat(clock.instant()).isEqualTo(start.plus(SECOND));
    }

    @Test
    void followsTheDatabaseForthAndBack() {
        var clock = SteadyClock.ofShared(database::instant, machine, nanos::get);
        database.advance(HOUR);
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start.plus(HOUR));

        database.advance(HOUR.negated());
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start);
    }

    @Test
    void doesNotTremble() {
        var clock = SteadyClock.ofShared(database::instant, machine, nanos::get);
        database.advance(Duration.ofMillis(-50));
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start);
    }

    @Test
    void anAnswerThatTookLongSaysNothing() {
        var clock = SteadyClock.ofShared(database::instant, machine, nanos::get);
        var slow = SteadyClock.ofShared(
                () -> {
                    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
                    return database.instant();
                },
                machine,
                nanos::get);
        database.advance(HOUR);
        slow.measure();
        assertThat(slow.instant()).isBefore(start.plus(HOUR));
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start.plus(HOUR));
    }

    @Test
    void ofOneProcessItIsNotSetBackButFollowsForth() {
        var clock = SteadyClock.ofMachine(machine, nanos::get);
        machine.advance(HOUR.negated());
        pass(SECOND);
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start.plus(SECOND));

        machine.set(start.plus(HOUR)); // as after a sleep, in which nothing was counted
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start.plus(HOUR));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        database.advance(time);
        machine.advance(time);
    }
}
