package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LastLookTest {

    final SettableClock clock = new SettableClock();
    final AtomicInteger looks = new AtomicInteger();

    Supplier<Integer> answer = () -> 7;

    final LastLook<Integer> numbers = new LastLook<>(
            () -> {
                looks.incrementAndGet();
                return answer.get();
            },
            0,
            clock);

    @Test
    void whoeverReadsWithinTenSecondsSharesALook() {
        assertThat(numbers.get()).isEqualTo(7);
        answer = () -> 8;
        clock.advance(Duration.ofSeconds(9));
        assertThat(numbers.get()).isEqualTo(7);

        clock.advance(Duration.ofSeconds(1));

        assertThat(numbers.get()).isEqualTo(8);
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatTheDatabaseSaidLastStandsWhileItFails() {
        numbers.get();
        answer = () -> {
            throw new IllegalStateException("The database is away.");
        };
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofSeconds(5));
            assertThat(numbers.get()).isEqualTo(7);
        }

        assertThat(looks).hasValue(4);
    }

    @Test
    void nobodyWaitsForADatabaseThatDoesNotAnswerAndNobodyAsksItTwice() {
        var reply = new CompletableFuture<Integer>();
        answer = reply::join;
        assertThat(numbers.get()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(numbers.get()).isZero();

        reply.complete(9);
        clock.advance(Duration.ofMinutes(1));

        assertThat(numbers.get()).isEqualTo(9);
        assertThat(looks).hasValue(1);
    }
}
