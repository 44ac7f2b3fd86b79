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
    private static final int CHUNK = 4;

    /** How long at most a kill waits beyond its row: so it also falls into the middle of a chunk. */
    private static final int WITHIN_A_CHUNK_MICROS = 10_000;

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
        int kills = Dose.of(3, 20);
        long seed = Dose.seed();
        var random = new Random(seed);
        var sample = Sample.made(directory, seed, ROWS);
        ContactFile.Expected expected = sample.expected();
        try (var box = new MailBox();
                Hub hub = Hub.on(database, directory)) {
            hub.inChunksOf(CHUNK).withShortLease().mailingTo(box);
            Node node = hub.start();
            String path = node.client().upload(sample.file(), Map.of("groups", "Customers"));
            int done = 0;
            for (int kill = 1; kill <= kills; kill++) {
                long row = (long) ROWS * kill / (kills + 2) + random.nextInt(ROWS / (kills + 2));
                assertThat(node.awaitRows(path, row))
                        .as("too fast for kill %d at row %d", kill, row)
                        .isTrue();
                TimeUnit.MICROSECONDS.sleep(random.nextInt(WITHIN_A_CHUNK_MICROS));
                node.kill();
                done++;
                node = hub.start();
            }
            String result;
            try (Node last = node) {
                assertThat(last.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                result = last.client().text(path + "/result.csv");
                box.await(1, 30);
            }
            try (var connection = hub.connect()) {
                assertThat(new Invariants(connection, box.letters())
                                .people(expected.people())
                                .allPendingIn(Set.of("Customers"))
                                .rows(Sample.id(path), expected, result)
                                .summaries(1)
                                .broken())
                        .as("seed %d", seed)
                        .isEmpty();
            }
            FaultReport.add(
                    "F1-F3 kill -9 during an import",
                    database.name(),
                    "%d kills at random rows of %,d, in chunks of %d".formatted(done, ROWS, CHUNK),
                    seed,
                    "I1-I3, I5, I6: 0 lost, 0 twice, %,d results, 1 summary, no help".formatted(ROWS));
        }
    }
}
