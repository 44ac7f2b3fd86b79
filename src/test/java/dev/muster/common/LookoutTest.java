package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookoutTest {

    private static final int PATIENCE = 20;

    @Test
    void isNotInterruptedInTheMiddleOfALook() throws Exception {
        var looks = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        var lookout = new Lookout("things", () -> {
            int look = looks.incrementAndGet();
            if (look == 2) {
                begun.countDown();
                interrupted.complete(waits(closed));
            }
            return look;
        });
        lookout.watch(() -> {});
        lookout.wake();

        assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        lookout.close();
        closed.countDown();

        assertThat(interrupted.get(PATIENCE, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void aWatcherThatCouldNotBeTakenOnIsNeverTold() throws Exception {
        var looks = new AtomicInteger();
        var told = new AtomicInteger();
        var heard = new CountDownLatch(1);
        try (var lookout = new Lookout("things", () -> {
            int look = looks.incrementAndGet();
            if (look == 1) {
                throw new IllegalStateException("The database is away.");
            }
            return look;
        })) {
            assertThatThrownBy(() -> lookout.watch(told::incrementAndGet)).hasMessage("The database is away.");

            lookout.watch(heard::countDown);
            lookout.wake();

            assertThat(heard.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(told).hasValue(0);
        }
    }

    private static boolean waits(CountDownLatch closed) {
        try {
            closed.await();
            return Thread.interrupted();
        } catch (InterruptedException _) {
            return true;
        }
    }
}
