package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports of the same people at the same time, each in another order. */
class ConcurrentImportsIT {

    private static final int PEOPLE = 5_000;

    @TempDir
    Path directory;

    @Test
    void nobodySeesThemMeetOnH2() throws Exception {
        nobodySeesThemMeet(Hub.Database.H2);
    }

    @Test
    void nobodySeesThemMeetOnMariaDb() throws Exception {
        nobodySeesThemMeet(Hub.Database.MARIADB);
    }

    private void nobodySeesThemMeet(Hub.Database database) throws Exception {
        int imports = Dose.of(3, 8);
        long seed = Dose.seed();
        try (var box = new MailBox();
                Hub hub = Hub.on(database, directory)) {
            hub.inChunksOf(250).mailingTo(box).set("DBSCHEDULER_THREADS", "10");
            try (Node node = hub.start()) {
                List<String> paths = new ArrayList<>();
                for (int i = 0; i < imports; i++) {
                    paths.add(node.client()
                            .upload(
                                    Sample.people(directory, "file-%d.csv".formatted(i), 0, PEOPLE, seed + i),
                                    Map.of("groups", "Customers")));
                }
                for (String path : paths) {
                    assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                }
                box.await(imports, 180);
                assertThat(node.app().log())
                        .doesNotContain(" stopped; it goes on")
                        .doesNotContain("is given up");
            }
            try (var connection = hub.connect()) {
                assertThat(new Invariants(connection, box.letters())
                                .addresses(Sample.addresses(0, PEOPLE))
                                .completed(imports, PEOPLE, PEOPLE)
                                .summaries(imports)
                                .broken())
                        .as("seed %d", seed)
                        .isEmpty();
            }
            FaultReport.add(
                    "F25 imports of the same people at once",
                    database.name(),
                    "%d imports of the same %,d addresses, shuffled".formatted(imports, PEOPLE),
                    seed,
                    "I1, I2, I5, I6: no failure that a person sees, no import taken up again");
        }
    }
}
