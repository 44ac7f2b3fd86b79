package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testing.Invariants;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hub of a newcomer: one process, one H2 file. */
class OneProcessIT {

    private static final int ROWS = 5_000;
    private static final int STOP_LIMIT_SECONDS = 30;

    @TempDir
    Path directory;

    @Test
    void stopsAtTheEdgeOfAChunkAndRefusesASecondProcess() throws Exception {
        long seed = Dose.seed();
        int stops = Dose.of(1, 5);
        var sample = Sample.made(directory, seed, ROWS);
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.H2, directory)) {
            hub.inChunksOf(Dose.of(10, 4)).mailingTo(box);
            Node node = hub.start();
            String path = node.client().upload(sample.file(), Map.of());
            long slowest = 0;
            for (int stop = 1; stop <= stops; stop++) {
                assertThat(node.awaitRows(path, (long) ROWS * stop / (stops + 2)))
                        .isTrue();
                long start = System.nanoTime();
                node.close();
                slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                try (var connection = hub.connect();
                        var statement = connection.createStatement();
                        var row = statement.executeQuery("SELECT silent_ends, state FROM import_run")) {
                    row.next();
                    assertThat(row.getLong(1)).as("it said that it stops").isZero();
                    assertThat(row.getString(2)).isEqualTo("RUNNING");
                }
                node = hub.start();
            }
            assertThat(slowest).isLessThan(TimeUnit.SECONDS.toMillis(STOP_LIMIT_SECONDS));
            assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
            refusesASecondProcess(hub);
            String result = node.client().text(path + "/result.csv");
            box.await(1, 180);
            node.close();
            try (var connection = hub.connect()) {
                assertThat(new Invariants(connection, box.letters())
                                .people(sample.expected().people())
                                .rows(Sample.id(path), sample.expected(), result)
                                .summaries(1)
                                .broken())
                        .isEmpty();
            }
            FaultReport.add(
                    "F6 SIGTERM during an import",
                    "H2",
                    "%d stops in an import of %,d rows".formatted(stops, ROWS),
                    seed,
                    "I1-I3, I5, I6: at a chunk's edge, slowest stop %.1f s".formatted(slowest / 1000.0));
        }
    }

    private static void refusesASecondProcess(Hub hub) throws Exception {
        assertThatThrownBy(hub::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 1")
                .hasMessageContaining("node/data/muster.mv.db is in use by another process of Muster.")
                .hasMessageContaining("Stop that process, or set MUSTER_DATA to another directory.");
        FaultReport.add("F29 a second process on the same H2 file", "H2", "once", 0, "one sentence, exit code 1");
    }
}
