package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is asked to end while somebody still uploads: the web server lets them, for up to half a minute. */
class StoppedWhileUploadingIT {

    private static final int ROWS = 4_000;
    private static final String WEB_SERVER_ENDED = "Graceful shutdown complete";

    /** Who logs only what is wrong, such as that it was stopped twice. */
    private static final String SCHEDULER = "kagkarlsson";

    @TempDir
    Path directory;

    @Test
    void givesItsImportToTheOthersAtOnce() throws Exception {
        Path file = Sample.people(directory, "people.csv", 0, ROWS, 1);
        byte[] bytes = Files.readAllBytes(file);
        try (Hub hub = Hub.on(Hub.Database.MARIADB, directory)) {
            hub.inChunksOf(4).withLease(4);
            Node node = hub.start();
            try (Connection database = hub.connect()) {
                var probe = new Probe(database);
                try (var _ = PartialUpload.to(node, bytes, bytes.length / 2)) {
                    String path = node.client().upload(file, Map.of());
                    assertThat(node.awaitRows(path, 1)).isTrue();

                    node.signal("TERM");
                    probe.await(
                            "the import is given back",
                            "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'import' AND picked = TRUE",
                            inHand -> inHand == 0,
                            60);

                    assertThat(probe.number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'import'"))
                            .as("imports that another node can take up")
                            .isEqualTo(1);
                    assertThat(node.app().log()).doesNotContain(WEB_SERVER_ENDED);
                }
                node.awaitExit();
                assertThat(probe.number("SELECT COUNT(*) FROM scheduled_tasks WHERE picked = TRUE"))
                        .as("jobs in hand")
                        .isZero();
            }
            assertThat(node.app().log()).contains(WEB_SERVER_ENDED).doesNotContain(SCHEDULER);
            FaultReport.add(
                    "F6 SIGTERM during an import, while somebody uploads",
                    "MARIADB",
                    "once",
                    0,
                    "the import is given back before the web server ends");
        }
    }
}
