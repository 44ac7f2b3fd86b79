package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import dev.muster.testing.SettableClock;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@ExtendWith(OutputCaptureExtension.class)
class QuietOutagesTest {

    private static final Logger POLL = LoggerFactory.getLogger("dev.muster.test.outage.Poll");
    final CannotGetJdbcConnectionException away = new CannotGetJdbcConnectionException(
            "No connection", new SQLTransientConnectionException("Socket fail to connect to db:3306"));

    final SettableClock clock = new SettableClock();
    final QuietOutages quiet = new QuietOutages(clock);
    final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @BeforeEach
    void ask() {
        context.getTurboFilterList().add(0, quiet);
    }

    @AfterEach
    void askNoMore() {
        context.getTurboFilterList().remove(quiet);
    }

    @Test
    void tenMinutesWithoutADatabaseAreALineAMinuteFromEachPart(CapturedOutput log) {
        for (int second = 0; second < 600; second++) {
            POLL.error("Failed to fetch due executions", away);
            POLL.warn("Heartbeat {} failed", second, away);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(log.getOut().lines().filter(line -> line.contains("test.outage.Poll")))
                .hasSize(10)
                .allMatch(
                        line -> line.contains("The database cannot be reached; dev.muster.test.outage.Poll tries again."
                                + " (Socket fail to connect to db:3306)"));
        assertThat(log.getOut()).doesNotContain("Failed to fetch due executions", "\tat ");
    }

    @Test
    void everyOtherFailureIsLoggedWhole(CapturedOutput log) {
        POLL.error("A fault of ours", new IllegalStateException("here"));
        POLL.error("A fault of ours", new IllegalStateException("there"));

        assertThat(log.getOut())
                .contains("A fault of ours", "java.lang.IllegalStateException: here", "IllegalStateException: there");
    }
}
