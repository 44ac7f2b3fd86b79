package dev.muster.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts a {@link SettableClock} in the place of the system's clock. */
@TestConfiguration(proxyBeanMethods = false)
class TestClockConfig {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }
}
