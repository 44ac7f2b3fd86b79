package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A row over which the process dies, whoever takes the import up: it is put aside, and all others are imported. */
@EnabledIfSystemProperty(named = "muster.faults.long", matches = "true", disabledReason = "takes seven processes")
class DeadlyRowIT {

    private static final int PEOPLE = 50;
    private static final int DEATHS = 6;

    @TempDir
    Path directory;

    @Test
    void isPutAsideAfterSixDeaths() throws Exception {
        try (Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                Connection database = hub.connect();
                Connection blocker = hub.connect()) {
            hub.withShortLease();
            var probe = new Probe(database);
            Node node = hub.start();
            Path first = Sample.people(directory, "first.csv", 0, 1, 1);
            assertThat(node.awaitEnd(node.client().upload(first, Map.of()))
                            .get("created")
                            .asInt())
                    .isEqualTo(1);
            // Whoever has the import waits at its first row until it is killed.
            blocker.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED); // else new members wait, too
            blocker.setAutoCommit(false);
            new Probe(blocker)
                    .change("UPDATE member SET title = 'Edited' WHERE id = %d"
                            .formatted(probe.number("SELECT id FROM member")));

            String path = node.client().upload(firstOfAll(), Map.of());
            for (int death = 1; death <= DEATHS; death++) {
                awaitTakenUp(probe, path, death);
                node.kill();
                node = hub.start();
            }
            JsonNode done = node.awaitEnd(path);

            assertThat(done.get("state").asString()).isEqualTo("COMPLETED");
            assertThat(List.of(done.get("created").asInt(), done.get("rejected").asInt()))
                    .as("created, rejected")
                    .containsExactly(PEOPLE - 1, 1);
            assertThat(node.client().text(path + "/errors.csv"))
                    .contains(Sample.address(0))
                    .contains("Row could not be processed");
            assertThat(probe.number("SELECT COUNT(*) FROM member")).isEqualTo(PEOPLE);
            node.close();
            blocker.rollback();
        }
        FaultReport.add(
                "F33 a row over which every process dies",
                "MARIADB",
                "%d kills, each before the first row was written".formatted(DEATHS),
                0,
                "I1, I2: the row is put aside and says so, %d others are there, no help".formatted(PEOPLE - 1));
    }

    private static void awaitTakenUp(Probe probe, String path, int times) throws Exception {
        probe.await(
                "process %d has the import".formatted(times),
                "SELECT silent_ends FROM import_run WHERE id = " + Sample.id(path),
                ends -> ends == times,
                60);
    }

    private Path firstOfAll() throws Exception {
        var lines = new ArrayList<>(List.of("Name,Email,Position"));
        for (int i = 0; i < PEOPLE; i++) {
            lines.add("Person %1$d,%2$s,Level 9".formatted(i, Sample.address(i)));
        }
        return Files.write(directory.resolve("all.csv"), lines);
    }
}
