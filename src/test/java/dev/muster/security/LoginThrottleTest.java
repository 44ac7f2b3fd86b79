package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    final SettableClock clock = new SettableClock();
    final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void whoeverGuessesFromManyPlacesHasFiftyGuessesInFiveMinutes() {
        int admitted = 0;
        for (int place = 0; place < 100; place++) {
            admitted += throttle.admits("203.0.113." + place, "mara@hub.example") ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(50);
        assertThat(throttle.admits("198.51.100.1", "MARA@hub.example")).isFalse();
        assertThat(throttle.admits("198.51.100.1", "noor@hub.example")).isTrue();

        clock.advance(Duration.ofMinutes(5));
        assertThat(throttle.admits("198.51.100.1", "mara@hub.example")).isTrue();
    }

    @Test
    void rightPasswordsUseNothingUp() {
        for (int i = 0; i < 200; i++) {
            assertThat(throttle.admits("203.0.113.1", "mara@hub.example")).isTrue();
            throttle.succeeded("203.0.113.1", "mara@hub.example");
        }
    }
}
