package dev.muster.members.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IndexKeeperTest {

    private static final int PATIENCE = 20;

    @Test
    void isNotInterruptedInTheMiddleOfALook() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        var keeper = new IndexKeeper(_ -> {
            begun.countDown();
            try {
                ended.await();
                interrupted.complete(Thread.interrupted());
            } catch (InterruptedException _) {
                interrupted.complete(true);
            }
            return true;
        });
        keeper.begin();
        keeper.call();

        assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        keeper.end();
        ended.countDown();

        assertThat(interrupted.get(PATIENCE, TimeUnit.SECONDS)).isFalse();
    }
}
