package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
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
        var clock = SteadyClock.ofShared(this::ask, machine, nanos::get);
        assertThat(clock.instant()).isEqualTo(start);

        pass(SECOND);
        machine.advance(HOUR.multipliedBy(-2));
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start.plus(SECOND));
    }

    @Test
    void countsTheSecondsBetweenTwoAnswers() {
        var clock = SteadyClock.ofShared(this::ask, machine, nanos::get);
        nanos.addAndGet(SECOND.toNanos());
        assertThat(clock.instant()).isEqualTo(start.plus(SECOND));
    }

    @Test
    void followsTheDatabaseForthAndBack() {
        var clock = SteadyClock.ofShared(this::ask, machine, nanos::get);
        database.advance(HOUR);
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start.plus(HOUR));

        database.advance(HOUR.negated());
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start);
    }

    @Test
    void doesNotTremble() {
        var clock = SteadyClock.ofShared(this::ask, machine, nanos::get);
        database.advance(Duration.ofMillis(-50));
        clock.measure();
        assertThat(clock.instant()).isEqualTo(start);
    }

    @Test
    void anAnswerThatTookLongSaysNothing() {
        var clock = SteadyClock.ofShared(this::ask, machine, nanos::get);
        var slow = SteadyClock.ofShared(
                count -> {
                    long before = count.getAsLong();
                    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
                    return new SteadyClock.Reading(before, database.instant(), count.getAsLong());
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
    void waitingUntilItCanAskIsNoPartOfTheAnswer() {
        var busy = new AtomicBoolean();
        var clock = SteadyClock.ofShared(
                count -> {
                    if (busy.get()) {
                        pass(SECOND.multipliedBy(30));
                    }
                    return ask(count);
                },
                machine,
                nanos::get);
        busy.set(true);
        database.advance(HOUR);
        clock.measure();
        assertThat(clock.instant()).isEqualTo(database.instant());
    }

    @Test
    void saysOnceThatTheMachineDiffersFromTheDatabase(CapturedOutput log) {
        var clock = SteadyClock.ofShared(this::ask, machine, nanos::get);
        machine.advance(HOUR);
        clock.measure();
        clock.measure();
        assertThat(log)
                .containsOnlyOnce("The clock of this machine is 3600 s ahead of that of the database."
                        + " Muster goes by the database.");
    }

    @Test
    void saysOnceThatTheClockOfTheMachineJumped(CapturedOutput log) {
        var clock = SteadyClock.ofMachine(machine, nanos::get);
        machine.advance(HOUR);
        clock.measure();
        clock.measure();
        machine.advance(HOUR.negated());
        clock.measure();
        pass(SECOND);
        clock.measure();
        assertThat(log)
                .containsOnlyOnce("The clock of this machine jumped 3600 s ahead. Muster follows it.")
                .containsOnlyOnce("The clock of this machine was set back by 3600 s."
                        + " Muster counts on until it is restarted.");
    }

    @Test
    void aMachineThatIsNearlyRightIsNotMentioned(CapturedOutput log) {
        var clock = SteadyClock.ofMachine(machine, nanos::get);
        machine.advance(Duration.ofSeconds(10));
        clock.measure();
        assertThat(log).doesNotContain("The clock of this machine");
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

    private SteadyClock.Reading ask(LongSupplier count) {
        return new SteadyClock.Reading(count.getAsLong(), database.instant(), count.getAsLong());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        database.advance(time);
        machine.advance(time);
    }
}
