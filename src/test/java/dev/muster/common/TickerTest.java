package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {

    private static final int PATIENCE = 20;

    @Test
    void isNotInterruptedInTheMiddleOfATick() throws Exception {
        var begun = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        var ticker = new Ticker("test", Duration.ofMillis(1)) {
            @Override
            protected void tick() {
                begun.countDown();
                try {
                    stopped.await();
                    interrupted.complete(Thread.interrupted());
                } catch (InterruptedException _) {
                    interrupted.complete(true);
                }
            }
        };
        ticker.start();

        assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        ticker.stop();
        stopped.countDown();

        assertThat(interrupted.get(PATIENCE, TimeUnit.SECONDS)).isFalse();
    }
}
