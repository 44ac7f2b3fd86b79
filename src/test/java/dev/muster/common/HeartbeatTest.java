package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Heartbeats;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class HeartbeatTest {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    HubSettings settings;

    @Autowired
    SettableClock clock;

    final List<Silence> heard = new ArrayList<>();

    @Test
    void theFirstStartOfAllEndsNoSilence() {
        start();

        assertThat(heard).isEmpty();
        assertThat(settings.find("heartbeat")).hasValue("2026-11-22T10:42:00Z");
    }

    @Test
    void aNodeThatRunsBeatsOnceAMinute() {
        Heartbeat node = start();
        clock.advance(Duration.ofSeconds(59));
        node.beat();
        assertThat(settings.find("heartbeat")).hasValue("2026-11-22T10:42:00Z");

        clock.advance(Duration.ofSeconds(1));
        node.beat();
        assertThat(settings.find("heartbeat")).hasValue("2026-11-22T10:43:00Z");
        assertThat(heard).isEmpty();
    }

    @Test
    void aStartHearsForHowLongNothingRan() {
        start();
        clock.advance(Duration.ofDays(2));

        Heartbeat next = start();
        next.beat();

        Instant back = START.plus(Duration.ofDays(2));
        assertThat(heard).containsExactly(new Silence(START, back, false));
        assertThat(heard.getFirst().isLongerThan(Duration.ofDays(1))).isTrue();
        assertThat(heard.getFirst().isLongerThan(Duration.ofDays(2))).isFalse();
    }

    @Test
    void aNodeWhoseDatabaseWasAwayOrThatSleptHearsNothing() {
        Heartbeat node = start();
        clock.advance(Duration.ofDays(2));

        node.beat();

        assertThat(heard).isEmpty();
    }

    @Test
    void ofTwoNodesNoneHearsWhatTheOtherBeat() {
        Heartbeat first = start();
        Heartbeat second = start();
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(1));
            first.beat();
            clock.advance(Duration.ofMinutes(1));
            second.beat();
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void aDatabaseSetBackUnderARunningNodeIsHeardOfHoweverLittleItWas() {
        Heartbeat node = start();
        clock.advance(Duration.ofMinutes(2));
        node.beat();

        settings.save("heartbeat", START.toString());
        node.beat();
        node.beat();

        assertThat(heard).containsExactly(new Silence(START, START.plus(Duration.ofMinutes(2)), true));
        assertThat(heard.getFirst().isLongerThan(Duration.ofDays(1))).isTrue();
    }

    private Heartbeat start() {
        Heartbeat node = Heartbeats.ofANewNode(application, heard::add);
        node.afterSingletonsInstantiated();
        return node;
    }
}
