package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.ContactFile;
import dev.muster.testing.Invariants;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose process is killed again and again, and started anew: nobody helps. */
class KilledImportIT {

    private static final int ROWS = 5_000;
    private static final int CHUNK = Dose.of(10, 2);

    /** How long at most a process may work after it is ready: nobody asks it meanwhile, which would take longer. */
    private static final int LONGEST_LIFE_MICROS = Dose.of(400_000, 150_000);

    @TempDir
    Path directory;

    @Test
    void endsAsIfNothingHadHappenedOnH2() throws Exception {
        endsAsIfNothingHadHappened(Hub.Database.H2);
    }

    @Test
    void endsAsIfNothingHadHappenedOnMariaDb() throws Exception {
        endsAsIfNothingHadHappened(Hub.Database.MARIADB);
    }

    private void endsAsIfNothingHadHappened(Hub.Database database) throws Exception {
        int kills = Dose.of(2, 20);
        long seed = Dose.seed();
        var random = new Random(seed);
        var sample = Sample.made(directory, seed, ROWS);
        ContactFile.Expected expected = sample.expected();
        try (var box = new MailBox();
                Hub hub = Hub.on(database, directory)) {
            hub.inChunksOf(CHUNK).withShortLease().mailingTo(box);
            Node node = hub.start();
            String path = node.client().upload(sample.file(), Map.of("groups", "Customers"));
            node.awaitRows(path, 1 + random.nextInt(100));
            for (int kill = 1; kill <= kills; kill++) {
                TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_LIFE_MICROS));
                node.kill();
                node = hub.start();
            }
            String result;
            try (Node last = node) {
                assertThat(last.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                result = last.client().text(path + "/result.csv");
                box.await(1, 180);
            }
            int inTheMiddle;
            try (var connection = hub.connect();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            SELECT r.take_overs, m.state, m.tries, m.server_reply FROM import_run r
                            JOIN mail m ON m.id = r.summary_mail_id""")) {
                row.next();
                inTheMiddle = row.getInt(1);
                String summary = "%s after %d tries: %s".formatted(row.getString(2), row.getInt(3), row.getString(4));
                assertThat(inTheMiddle)
                        .as("take-overs: kills while it was at work")
                        .isGreaterThanOrEqualTo(kills / 2);
                assertThat(new Invariants(connection, box.letters())
                                .people(expected.people())
                                .allPendingIn(Set.of("Customers"))
                                .rows(Sample.id(path), expected, result)
                                .summaries(1)
                                .broken())
                        .as("seed %d, summary %s", seed, summary)
                        .isEmpty();
            }
            FaultReport.add(
                    "F1-F3 kill -9 during an import",
                    database.name(),
                    "%d kills, taken over %d times, %,d rows in chunks of %d"
                            .formatted(kills, inTheMiddle, ROWS, CHUNK),
                    seed,
                    "I1-I3, I5, I6: 0 lost, 0 twice, %,d results, 1 summary, no help".formatted(ROWS));
        }
    }
}
