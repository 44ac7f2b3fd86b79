package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed when the last row is written and the summary is not, or not quite. */
class KilledBeforeSummaryIT {

    private static final int ROWS = 100;

    /** How long after it may write the summary the process lives at most: it is killed before, in and after its commit. */
    private static final int LONGEST_LIFE_MICROS = 30_000;

    private static final String SUMMARIES_ON_THEIR_WAY = """
            SELECT COUNT(*) FROM import_run r LEFT JOIN mail m ON m.id = r.summary_mail_id
            WHERE m.id IS NULL OR m.state IN ('QUEUED', 'SENDING')""";

    @TempDir
    Path directory;

    @Test
    void theSummaryGoesOutOnceAfterTheRestart() throws Exception {
        int imports = Dose.of(2, 20);
        long seed = Dose.seed();
        var random = new Random(seed);
        int without = 0;
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                var database = hub.connect();
                var blocker = hub.connect()) {
            hub.withShortLease().mailingTo(box).set("MUSTER_MAIL_LEASE", "5s"); // a kill may come while one goes out
            var probe = new Probe(database);
            Node node = hub.start();
            for (int i = 0; i < imports; i++) {
                new Probe(blocker).change("LOCK TABLES mail WRITE");
                String path = node.client()
                        .upload(
                                Sample.people(directory, "file-%d.csv".formatted(i), i * ROWS, ROWS, seed + i),
                                Map.of());
                String run = "FROM import_run WHERE id = " + Sample.id(path);
                probe.await("all rows are written", "SELECT processed " + run, rows -> rows == ROWS, 60);
                if (i == 0) {
                    node.kill();
                    new Probe(blocker).change("UNLOCK TABLES");
                } else {
                    new Probe(blocker).change("UNLOCK TABLES");
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_LIFE_MICROS));
                    node.kill();
                }
                without += (int) probe.number("SELECT COUNT(*) " + run + " AND summary_mail_id IS NULL");
                node = hub.start();
                assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                probe.await("summaries on their way", SUMMARIES_ON_THEIR_WAY, count -> count == 0, 90);
            }
            node.close();
            long unknown = probe.number("SELECT COUNT(*) FROM mail WHERE state = 'UNKNOWN'");
            assertThat(without).as("killed before the summary was written").isPositive();
            assertThat(unknown).as("killed while the summary went out").isLessThanOrEqualTo(imports - without);
            assertThat(new Invariants(database, box.letters())
                            .addresses(Sample.addresses(0, imports * ROWS))
                            .completed(imports, ROWS, (long) imports * ROWS)
                            .summaries(imports)
                            .broken())
                    .as("seed %d", seed)
                    .isEmpty();
            FaultReport.add(
                    "F4 kill -9 between the last chunk and the summary",
                    "MARIADB",
                    "%d kills, %d of them before the summary was written, %d while it went out"
                            .formatted(imports, without, unknown),
                    seed,
                    "I1, I2, I5, I6: each import complete, its summary out once, or shown as Delivery unknown");
        }
    }
}
