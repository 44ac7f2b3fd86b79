package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.muster.common.SteadyClock;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** MariaDB is asked for the time: on H2 it is the machine's. */
@ServiceTest
class TimeOfTheDatabaseTest {

    private static final Duration LONG = Duration.ofMillis(900);

    @Autowired
    DataSource database;

    @Test
    void countsFromWhenThereIsAConnection() {
        assumeThat(TestDatabase.isMariaDb()).isTrue();
        var nanos = new AtomicLong();
        var crowded = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                nanos.addAndGet(LONG.toNanos());
                return super.getConnection();
            }
        };

        SteadyClock.Reading reading = DatabaseConfig.timeOf(crowded).read(nanos::get);

        assertThat(reading.before()).isEqualTo(LONG.toNanos());
        assertThat(reading.after()).isEqualTo(LONG.toNanos());
        assertThat(Duration.between(reading.moment(), Instant.now())).isLessThan(Duration.ofMinutes(1));
    }
}
