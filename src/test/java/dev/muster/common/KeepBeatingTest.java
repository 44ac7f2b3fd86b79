package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Heartbeats;
import dev.muster.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class KeepBeatingTest {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    HubSettings settings;

    @Test
    void aNodeBeatsWhateverItsJobsAreBusyWithAndGoesOnWhereABeatFailed() throws Exception {
        var heard = new CompletableFuture<Silence>();
        var tries = new AtomicInteger();
        Heartbeat node = Heartbeats.ofANewNode(application, silence -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("The first is lost.");
            }
            heard.complete(silence);
        });
        node.afterSingletonsInstantiated();
        settings.save("heartbeat", START.minusSeconds(60).toString());

        var beating = new KeepBeating(node, Duration.ofMillis(10));
        beating.start();
        try {
            assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo(new Silence(START.minusSeconds(60), START, true));
        } finally {
            beating.stop();
        }

        assertThat(beating.isRunning()).isFalse();
    }
}
