package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One node that looks after the jobs of others, by a clock that stands still in between. A lease is 8 s, a beat 1 s. */
@ServiceTest
class TakeOverTest {

    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final Duration BEAT = Duration.ofSeconds(1);

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Scheduler scheduler;
    private Task<Void> job;
    private TakeOver node;

    @BeforeEach
    void aNodeThatStarts() {
        job = Tasks.custom("take-over-test", Void.class).execute((_, _) -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return (_, operations) -> operations.stop();
        });
        scheduler = Scheduler.create(dataSource, job)
                .jdbcCustomization(new AutodetectJdbcCustomization(dataSource, true))
                .clock(clock::instant)
                .build();
        node = node(LEASE);
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        scheduler.stop();
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = 'take-over-test'")
                .update();
    }

    @Test
    void aJobIsTakenOneBeatBeforeItsLeaseEndsAndNotEarlier() {
        somebodyHas("a");
        clock.advance(Duration.ofMillis(300));
        node.tick();
        assertThat(node.pause()).isEqualTo(Duration.ofMillis(6_700));

        clock.advance(Duration.ofMillis(6_699));
        node.tick();
        assertThat(isHeld("a")).isTrue();
        assertThat(node.pause()).isEqualTo(Duration.ofMillis(1));

        clock.advance(Duration.ofMillis(1));
        node.tick();
        assertThat(isHeld("a")).isFalse();
        assertThat(due("a")).isEqualTo(clock.instant());
    }

    @Test
    void whileNobodyHasAJobItLooksOnceALease() {
        node.tick();

        assertThat(node.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aNodeThatBeatsKeepsItsJob() {
        somebodyHas("a");
        somebodyHas("b");
        for (int second = 0; second < 60; second++) {
            clock.advance(BEAT);
            beat("a");
            if (node.pause().isZero()) {
                node.tick();
            }
        }

        assertThat(isHeld("a")).isTrue();
        assertThat(isHeld("b")).isFalse();
    }

    @Test
    void afterAPauseOfItsOwnItGivesTheOthersTwoBeatsToShowThemselves() {
        somebodyHas("living");
        somebodyHas("dead");
        node.tick();

        clock.advance(Duration.ofSeconds(30)); // the database stood still, and with it everybody
        node.tick();
        assertThat(node.pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(isHeld("living")).isTrue();

        clock.advance(BEAT);
        beat("living");
        clock.advance(BEAT);
        node.tick();

        assertThat(isHeld("living")).isTrue();
        assertThat(isHeld("dead")).isFalse();
    }

    @Test
    void whatItExecutesItselfItNeverTakes() throws Exception {
        scheduler.schedule(job.instance("own"), clock.instant());
        scheduler.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        jdbc.sql("UPDATE scheduled_tasks SET last_heartbeat = '2026-01-01' WHERE task_instance = 'own'")
                .update();

        node.tick();

        assertThat(isHeld("own")).isTrue();
    }

    @Test
    void aLeaseOfFewBeatsIsRefused() {
        assertThatThrownBy(() -> node(Duration.ofSeconds(3)))
                .hasMessage("muster.lease (MUSTER_LEASE) is 3000 ms; it has to be at least 4 times"
                        + " db-scheduler.heartbeat-interval, 1000 ms.");
    }

    private TakeOver node(Duration lease) {
        return new TakeOver(new Leases(jdbc, clock), scheduler, clock, lease, BEAT);
    }

    private void somebodyHas(String instance) {
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        VALUES ('take-over-test', :instance, :now, TRUE, 'another', :now, 2)""")
                .param("instance", instance)
                .param("now", Utc.toColumn(clock.instant()))
                .update();
    }

    private void beat(String instance) {
        jdbc.sql("UPDATE scheduled_tasks SET last_heartbeat = ? WHERE task_instance = ?")
                .params(Utc.toColumn(clock.instant()), instance)
                .update();
    }

    private boolean isHeld(String instance) {
        return jdbc.sql("SELECT picked FROM scheduled_tasks WHERE task_instance = ?")
                .param(instance)
                .query(Boolean.class)
                .single();
    }

    private Instant due(String instance) {
        return jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = ?")
                .param(instance)
                .query((row, _) -> Utc.fromColumn(row, "execution_time"))
                .single();
    }
}
