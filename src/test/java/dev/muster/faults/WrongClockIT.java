package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of which one has a wrong clock, each in another time zone, and the database in a third. */
class WrongClockIT {

    private static final int ROWS = Dose.of(1_000, 3_000);
    private static final long HOUR = 3_600;

    /** A lease of four seconds, and what a machine takes on which all of this shares two cores, with another test or alone. */
    private static final long TAKE_OVER_MILLIS = 4_000L + Dose.of(20_000, 2_000);

    private static final int LONGER_THAN_A_LEASE_SECONDS = 5;

    private static final String DISTANCE = """
            SELECT MAX(GREATEST(ABS(TIMESTAMPDIFF(SECOND, started_at, UTC_TIMESTAMP())),
                ABS(TIMESTAMPDIFF(SECOND, last_progress_at, UTC_TIMESTAMP())),
                ABS(TIMESTAMPDIFF(SECOND, created_at, UTC_TIMESTAMP())))) FROM import_run""";

    @TempDir
    Path directory;

    @Test
    void takesNothingOverTooEarlyAndNothingTooLate() throws Exception {
        List<Long> shifts = Dose.isLong() ? List.of(HOUR, -HOUR, 24 * HOUR, -24 * HOUR) : List.of(HOUR);
        long longest = 0;
        for (long shift : shifts) {
            longest = Math.max(longest, run(shift));
        }
        FaultReport.add(
                "F24 wrong clock on one of two nodes, set back and forth, three time zones",
                "MARIADB",
                "by %s s, set the other way round during an import; either is killed".formatted(shifts),
                0,
                "I1, I2, I5, I6: no take-over while a node lives, the longest after a kill %.1f s; all times UTC"
                        .formatted(longest / 1000.0));
    }

    private long run(long shift) throws Exception {
        Path place = Files.createDirectory(directory.resolve("by" + shift));
        ShiftedClock clock = ShiftedClock.in(place, "clock", shift);
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, place);
                var database = hub.connect()) {
            var probe = new Probe(database);
            hub.inChunksOf(4).withLease(4).mailingTo(box);
            Node right = hub.set("TZ", "America/St_Johns").start("right");
            String path = right.client().upload(Sample.people(place, "first.csv", 0, ROWS, 1), Map.of());
            Node wrong;
            try (Halt halt = Halt.of(hub, path)) {
                wrong = hub.set("TZ", "Pacific/Apia")
                        .set("JDK_JAVA_OPTIONS", clock.option())
                        .start("wrong");
                halt.staysWhereItIs();
                right.kill();
            }
            long byWrong = millisUntilTakenOver(probe, path);
            assertThat(wrong.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");

            String next = wrong.client().upload(Sample.people(place, "next.csv", ROWS, ROWS, 2), Map.of());
            try (Halt halt = Halt.of(hub, next)) {
                right = hub.set("TZ", "America/St_Johns")
                        .set("JDK_JAVA_OPTIONS", "")
                        .start("right");
                halt.staysWhereItIs();
                clock.set(-shift);
                halt.staysWhereItIs();
                wrong.kill();
            }
            long byRight = millisUntilTakenOver(probe, next);
            assertThat(right.awaitEnd(next).get("state").asString()).isEqualTo("COMPLETED");
            box.await(2, 180);
            right.close();
            assertThat(probe.number(DISTANCE)).as("seconds from UTC").isLessThan(300);
            assertThat(new Invariants(database, box.letters())
                            .addresses(Sample.addresses(0, 2 * ROWS))
                            .completed(2, ROWS, 2L * ROWS)
                            .summaries(2)
                            .broken())
                    .isEmpty();
            return Math.max(byWrong, byRight);
        }
    }

    /** Waits until a second process has the import. */
    private static long millisUntilTakenOver(Probe probe, String path) throws SQLException, InterruptedException {
        String fence = "SELECT fence FROM import_run WHERE id = " + Sample.id(path);
        long start = System.nanoTime();
        probe.await("the other takes it over", fence, now -> now > 1, 60);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(took).as("milliseconds until the other has it").isLessThan(TAKE_OVER_MILLIS);
        return took;
    }

    /** An import that can go no further for as long as this is open. */
    private record Halt(Connection blocker, Probe probe, long job) implements AutoCloseable {

        private static final String JOB =
                "SELECT COALESCE(MAX(version), -1) FROM scheduled_tasks" + " WHERE task_name = 'import'";

        static Halt of(Hub hub, String path) throws SQLException, InterruptedException {
            var blocker = hub.connect();
            var probe = new Probe(hub.connect());
            probe.await(
                    "it is at work",
                    "SELECT processed FROM import_run WHERE id = " + Sample.id(path),
                    rows -> rows > 0,
                    120);
            new Probe(blocker).change("LOCK TABLES import_chunk WRITE");
            return new Halt(blocker, probe, probe.number(JOB));
        }

        /** Waits for longer than a lease, and sees that nobody has taken up the job but the one who has it. */
        void staysWhereItIs() throws SQLException, InterruptedException {
            TimeUnit.SECONDS.sleep(LONGER_THAN_A_LEASE_SECONDS);
            assertThat(probe.number(JOB))
                    .as("version of the job")
                    .isEqualTo(job)
                    .isPositive();
        }

        @Override
        public void close() throws SQLException {
            blocker.close();
            probe.database().close();
        }
    }
}
