package dev.muster;

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

    private final JdbcClient jdbc;
    private final boolean isOurs;

    OrphanedJobs(JdbcClient jdbc, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.isOurs = url.startsWith("jdbc:h2:file:") && !url.contains("AUTO_SERVER=TRUE");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (isOurs) {
            int orphaned = jdbc.sql("""
                            UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                                version = version + 1 WHERE picked = TRUE""").update();
            if (orphaned > 0) {
                LOG.info("{} jobs were under way when the last process ended; they go on.", orphaned);
            }
        }
    }
}
