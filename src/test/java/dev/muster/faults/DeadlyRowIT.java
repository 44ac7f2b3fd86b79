package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A row over which the process dies, whoever takes the import up: it is put aside, and all others are imported. */
class DeadlyRowIT {

    private static final int PEOPLE = 50;
    private static final int DEATHS = 6;

    /** How many of them are processes that are killed; the others are only counted. */
    private static final int KILLS = Dose.of(2, DEATHS);

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
            int each = DEATHS / KILLS;
            for (int deaths = 0; deaths < DEATHS; deaths += each) {
                awaitTakenUp(probe, path, deaths + 1);
                node.kill();
                if (!Dose.isLong()) {
                    countAs(deaths + each, probe, path);
                }
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
                "%d kills, counted as %d deaths, each before the first row was written".formatted(KILLS, DEATHS),
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

    /** Has the import look as it would after so many deaths, the last one longer ago than a lease. */
    private static void countAs(int deaths, Probe probe, String path) throws Exception {
        probe.change("UPDATE import_run SET silent_ends = %d WHERE id = %d".formatted(deaths, Sample.id(path)));
        probe.change("UPDATE scheduled_tasks SET last_heartbeat = '2026-01-01' WHERE picked = TRUE");
    }

    private Path firstOfAll() throws Exception {
        var lines = new ArrayList<>(List.of("Name,Email,Position"));
        for (int i = 0; i < PEOPLE; i++) {
            lines.add("Person %1$d,%2$s,Level 9".formatted(i, Sample.address(i)));
        }
        return Files.write(directory.resolve("all.csv"), lines);
    }
}
