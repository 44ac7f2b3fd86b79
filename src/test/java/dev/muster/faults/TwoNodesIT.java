package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one MariaDB: what one leaves undone the other takes over. */
class TwoNodesIT {

    /** Four heartbeats of two seconds, as shipped; another node has the import within twelve. */
    private static final int LEASE_SECONDS = 8;

    private static final String ALL_ROWS = "SELECT COALESCE(SUM(processed), 0) FROM import_run";
    private static final String UNFINISHED = "SELECT COUNT(*) FROM import_run WHERE state IN ('QUEUED', 'RUNNING')";

    @TempDir
    Path directory;

    @Test
    void whatAKilledNodeLeavesTheOtherTakesOver() throws Exception {
        int imports = Dose.of(3, 10);
        int rows = Dose.of(2_000, 10_000);
        int kills = Dose.of(1, 5);
        long seed = Dose.seed();
        var random = new Random(seed);
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                Connection database = hub.connect()) {
            var probe = new Probe(database);
            hub.inChunksOf(10).mailingTo(box);
            if (!Dose.isLong()) {
                hub.withShortLease();
            }
            Node[] nodes = {hub.start("one"), hub.start("two")};
            for (int i = 0; i < imports; i++) {
                Path file = Sample.people(directory, "file-%d.csv".formatted(i), i * rows, rows, seed + i);
                nodes[i % 2].client().upload(file, Map.of());
            }
            long longest = 0;
            for (int kill = 0; kill < kills; kill++) {
                long done = (long) imports * rows * (kill + 1) / (kills + 2);
                probe.await("rows are written", ALL_ROWS, number -> number >= done, 180);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
                int victim = random.nextInt(2);
                nodes[victim].kill();
                longest = Math.max(longest, millisUntilTakenOver(probe));
                nodes[victim] = hub.start(victim == 0 ? "one" : "two");
            }
            probe.await("imports end", UNFINISHED, number -> number == 0, 240);
            box.await(imports, 180);
            assertThat(new Invariants(database, box.letters())
                            .addresses(Sample.addresses(0, imports * rows))
                            .completed(imports, rows, (long) imports * rows)
                            .summaries(imports)
                            .broken())
                    .as("seed %d", seed)
                    .isEmpty();
            FaultReport.add(
                    "F22 one of two nodes killed",
                    "MARIADB",
                    "%d kills during %d imports of %,d rows".formatted(kills, imports, rows),
                    seed,
                    "I1, I2, I5, I6: 0 failed, 0 twice, 0 stuck; longest take-over %.1f s%s"
                            .formatted(
                                    longest / 1000.0,
                                    Dose.isLong() ? ", lease %d s".formatted(LEASE_SECONDS) : ", lease 4 s"));
        }
    }

    @Test
    void aNodeThatWakesUpAfterItsLeaseWritesNothingMore() throws Exception {
        int rows = Dose.of(2_000, 5_000);
        int pauses = Dose.of(1, 5);
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                Connection database = hub.connect()) {
            var probe = new Probe(database);
            hub.inChunksOf(4).withShortLease().mailingTo(box);
            Node sleeper = hub.start("one");
            for (int pause = 0; pause < pauses; pause++) {
                String path = sleeper.client()
                        .upload(
                                Sample.people(directory, "file-%d.csv".formatted(pause), pause * rows, rows, pause),
                                Map.of());
                assertThat(sleeper.awaitRows(path, 500)).isTrue();
                sleeper.signal("STOP");
                String fenceNow = "SELECT fence FROM import_run WHERE id = " + Sample.id(path);
                long fence = probe.number(fenceNow);
                Node other = hub.start("other-" + pause);
                probe.await("taken over", fenceNow, now -> now != fence, 60);
                sleeper.signal("CONT");
                assertThat(other.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                other.close();
            }
            box.await(pauses, 180);
            sleeper.close();
            assertThat(new Invariants(database, box.letters())
                            .addresses(Sample.addresses(0, pauses * rows))
                            .completed(pauses, rows, (long) pauses * rows)
                            .summaries(pauses)
                            .broken())
                    .isEmpty();
            FaultReport.add(
                    "F23 SIGSTOP until another node has the import, then SIGCONT",
                    "MARIADB",
                    "%d times in an import of %,d rows".formatted(pauses, rows),
                    0,
                    "I1, I2, I5, I6: what the sleeper still had in hand was refused");
        }
    }

    /** Waits until each import that ran is taken up again, or has moved on in the other process. */
    private static long millisUntilTakenOver(Probe probe) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        List<String> left = new ArrayList<>();
        try (var statement = probe.database().createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT id, fence, processed FROM import_run WHERE state = 'RUNNING'")) {
            while (row.next()) {
                left.add("id = %d AND fence = %d AND processed = %d AND state = 'RUNNING'"
                        .formatted(row.getLong(1), row.getLong(2), row.getLong(3)));
            }
        }
        while (!left.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
            var still = new ArrayList<String>();
            for (String run : left) {
                if (probe.number("SELECT COUNT(*) FROM import_run WHERE " + run) > 0) {
                    still.add(run);
                }
            }
            left = still;
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MINUTES.toNanos(1));
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
