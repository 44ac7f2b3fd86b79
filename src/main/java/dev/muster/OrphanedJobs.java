package dev.muster;

import dev.muster.common.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An H2 file belongs to one process. So a job that somebody has in hand when a process starts is that of one which died,
 * and goes on at once: there is nobody whose lease would have to end first.
 */
@Component
class OrphanedJobs implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedJobs.class);

    /** Twice what an import that failed waits at most. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean isOurs;

    OrphanedJobs(JdbcClient jdbc, Clock clock, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.isOurs = url.startsWith("jdbc:h2:file:") && !url.contains("AUTO_SERVER=TRUE");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (isOurs) {
            int orphaned = jdbc.sql("""
                            UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                                version = version + 1 WHERE picked = TRUE""").update();
            bringForward();
            if (orphaned > 0) {
                LOG.info("{} jobs were under way when the last process ended; they go on.", orphaned);
            }
        }
    }

    /** A job that is due later than any waits was given its time before the machine's clock was set back. */
    private void bringForward() {
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now, version = version + 1
                        WHERE task_instance <> 'recurring' AND execution_time > :latest""")
                .param("now", Utc.toColumn(now))
                .param("latest", Utc.toColumn(now.plus(LONGEST_WAIT)))
                .update();
    }
}
