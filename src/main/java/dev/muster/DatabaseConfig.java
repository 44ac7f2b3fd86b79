package dev.muster;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.common.SteadyClock;
import dev.muster.common.TextSearch;
import dev.muster.common.Utc;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** What differs between H2, the database of a first try, and MariaDB, the one for production: all of it is here. */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class DatabaseConfig {

    private static final Map<String, String> ON_H2 = Map.of(
            "text255", "VARCHAR_IGNORECASE(510)", // H2 counts UTF-16 units, Muster counts code points
            "exact255", "VARCHAR(510)",
            "document", "VARCHAR(1048576)",
            "binary", "BLOB",
            "table", "",
            "no_cache", "NO CACHE",
            "stored", "",
            "db_scheduler_time", "DATETIME(6)");

    private static final Map<String, String> ON_MARIADB = Map.of(
            "text255", "VARCHAR(255) COLLATE utf8mb4_unicode_ci",
            "exact255", "VARCHAR(255)",
            "document", "MEDIUMTEXT",
            "binary", "LONGBLOB",
            "table", "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin",
            "no_cache", "NOCACHE",
            "stored", "STORED",
            "db_scheduler_time", "DATETIME(6)");

    /** As long as H2 waits, by its address: whoever waits longer is told, and tries again. */
    private static final int LOCK_WAIT_SECONDS = 10;

    /**
     * A process that sleeps in the middle of a transaction keeps its locks for as long as it sleeps. After so long the
     * server rolls the transaction back: then what the process had in hand can be taken over. Less than the lease, and
     * more than a chunk waits for the one before it.
     */
    private static final int IDLE_SECONDS = 7;

    /** A list of a thousand numbers or more would become a table to join, and the other table gone through for it. */
    private static final String LISTS_ARE_LOOKED_UP = "in_predicate_conversion_threshold=0";

    /** Lets one migration script speak to both databases. */
    @Bean
    FlywayConfigurationCustomizer placeholdersOfTheDatabase(Environment environment) {
        return flyway -> flyway.placeholders(
                isMariaDb(environment.getRequiredProperty("spring.datasource.url")) ? ON_MARIADB : ON_H2);
    }

    /** H2 can set a collation for all texts only, and before there are any. */
    @Bean
    TextSearch textSearch(Environment environment) {
        return isMariaDb(environment.getRequiredProperty("spring.datasource.url"))
                ? TextSearch.BY_COLLATION
                : TextSearch.BY_FOLDING;
    }

    /** Makes the driver send a batch as one bulk message: a chunk of an import is then a handful of round trips. */
    @Bean
    static BeanPostProcessor bulkProtocol() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String beanName) {
                if (bean instanceof HikariDataSource pool && isMariaDb(pool.getJdbcUrl())) {
                    pool.addDataSourceProperty("useBulkStmts", "true");
                    pool.addDataSourceProperty(
                            "sessionVariables",
                            "innodb_lock_wait_timeout=%d,idle_write_transaction_timeout=%d,%s"
                                    .formatted(LOCK_WAIT_SECONDS, IDLE_SECONDS, LISTS_ARE_LOOKED_UP));
                    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
                }
                return bean;
            }
        };
    }

    /**
     * Whether a transaction only reads is between Muster and Hibernate, which then compares nothing when it ends. To tell
     * the database, too, would cost a message before each and one after it, and gain nothing there.
     */
    @Bean
    static BeanPostProcessor readingIsNotAnnounced() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String beanName) {
                if (bean instanceof HibernateJpaVendorAdapter hibernate) {
                    hibernate.setPrepareConnection(false);
                }
                return bean;
            }
        };
    }

    /** The clock that everything asks for the time, so that a test can set it. An H2 file belongs to one process. */
    @Bean
    SteadyClock clock(DataSource database, Environment environment) {
        Clock machine = Clock.systemUTC();
        if (!isMariaDb(environment.getRequiredProperty("spring.datasource.url"))) {
            return SteadyClock.ofMachine(machine, System::nanoTime);
        }
        return SteadyClock.ofShared(timeOf(database), machine, System::nanoTime);
    }

    /** The connection is there before the time is taken: for one of the pool an import may have to be waited for. */
    static SteadyClock.Source timeOf(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        return nanos -> Objects.requireNonNull(jdbc.execute((ConnectionCallback<SteadyClock.Reading>) connection -> {
            try (Statement statement = connection.createStatement()) {
                long before = nanos.getAsLong();
                ResultSet row = statement.executeQuery("SELECT UTC_TIMESTAMP(6) AS now");
                row.next();
                Instant now = Objects.requireNonNull(Utc.fromColumn(row, "now"));
                return new SteadyClock.Reading(before, now, nanos.getAsLong());
            }
        }));
    }

    /** Leases of jobs begin and end by the same clock; the scheduler's own would be the machine's. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    private static boolean isMariaDb(String url) {
        return url.startsWith("jdbc:mariadb:");
    }
}
