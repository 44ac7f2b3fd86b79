package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/** Looks into the database beside the hub. */
record Probe(Connection database) {

    private static final int PAUSE_MILLIS = 10;

    /** Returns the one number that {@code sql} asks for. */
    long number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void change(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes every letter due that waits, whatever for, and the job that sends it. That job may not be at work. */
    void bringMailForward() throws SQLException {
        change("UPDATE mail SET next_try_at = '2026-01-01', claimed_until = NULL WHERE state = 'QUEUED'");
        change("UPDATE setting SET content = '' WHERE name = 'mail_trouble'");
        change("UPDATE scheduled_tasks SET execution_time = '2026-01-01' WHERE task_name = 'send-mail'");
    }

    /** Waits until the number that {@code sql} asks for is as it should be. */
    void await(String what, String sql, LongPredicate should, int seconds) throws SQLException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long number = number(sql);
        while (!should.test(number)) {
            assertThat(System.nanoTime())
                    .as("%s within %d s; it is %d", what, seconds, number)
                    .isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            number = number(sql);
        }
    }
}
