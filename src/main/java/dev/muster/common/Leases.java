package dev.muster.common;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which jobs nodes have in hand, and when each was last heard of, as the scheduler writes it down. */
@Repository
class Leases {

    private final JdbcClient jdbc;
    private final Clock clock;

    Leases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A job in hand.
     *
     * @param version another one each time that somebody takes it up or puts it down
     * @param beat when whoever has it last said so
     */
    record Held(String task, String instance, long version, Instant beat) {

        /** Tells whether this is what the scheduler of this node executes. */
        boolean is(Execution execution) {
            return version == execution.version
                    && instance.equals(execution.getId())
                    && task.equals(execution.getTaskName());
        }
    }

    List<Held> held() {
        return jdbc.sql("""
                        SELECT task_name, task_instance, version, last_heartbeat FROM scheduled_tasks
                        WHERE picked = TRUE AND last_heartbeat IS NOT NULL""").query(Leases::job).list();
    }

    private static Held job(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getString("task_name"),
                row.getString("task_instance"),
                row.getLong("version"),
                Objects.requireNonNull(Utc.fromColumn(row, "last_heartbeat")));
    }

    /** Takes a job from whoever has it; it is due at once. Does nothing where it was put down or taken meanwhile. */
    void end(Held job) {
        jdbc.sql("""
                        UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                            execution_time = :now, version = version + 1
                        WHERE task_name = :task AND task_instance = :instance AND version = :version
                            AND last_heartbeat = :beat""")
                .param("now", Utc.toColumn(clock.instant()))
                .param("task", job.task())
                .param("instance", job.instance())
                .param("version", job.version())
                .param("beat", Utc.toColumn(job.beat()))
                .update();
    }
}
