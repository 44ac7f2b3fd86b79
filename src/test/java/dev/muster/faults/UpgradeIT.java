package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that start at the same moment on an empty database, and a node beside which a newer one changed the schema. */
class UpgradeIT {

    private static final int ROWS = 2_000;

    private static final int COLUMNS = 10;

    /**
     * What a newer version may do while older nodes run: add. The server locks a table's children for it, so it and a
     * transaction that comes to a child first would wait for each other; no detector sees that.
     */
    private static final List<String> NEWER_SCHEMA = List.of(
            "ALTER TABLE member ADD COLUMN pronoun%d VARCHAR(40)",
            "ALTER TABLE import_run ADD COLUMN note%d VARCHAR(40) NOT NULL DEFAULT ''");

    private static final List<String> NEWER_VERSION =
            List.of("CREATE TABLE newer_feature (id BIGINT NOT NULL PRIMARY KEY)", """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                installed_on, execution_time, success)
            VALUES (99, '999', 'newer feature', 'SQL', 'V999__newer_feature.sql', 1, 'test', UTC_TIMESTAMP(), 1, TRUE)""");

    @TempDir
    Path directory;

    @Test
    void nodesMigrateOnceAndAnOlderOneWorksOnBesideANewerOne() throws Exception {
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                var database = hub.connect();
                var starting = Executors.newFixedThreadPool(2)) {
            hub.inChunksOf(4).withLease(4).mailingTo(box);
            var probe = new Probe(database);
            List<Callable<Node>> starts = List.of(() -> hub.start("one"), () -> hub.start("two"));
            List<Future<Node>> nodes = starting.invokeAll(starts);
            Node one = nodes.getFirst().get();
            Node two = nodes.getLast().get();
            assertThat(probe.number("SELECT COUNT(*) FROM flyway_schema_history WHERE success AND version IS NOT NULL"))
                    .isEqualTo(probe.number("SELECT COUNT(DISTINCT version) FROM flyway_schema_history"))
                    .isPositive();
            assertThat(probe.number("SELECT COUNT(*) FROM account")).isEqualTo(1);

            String path = one.client().upload(Sample.people(directory, "first.csv", 0, ROWS, 1), Map.of());
            assertThat(one.awaitRows(path, 100)).isTrue();
            two.close();
            probe.change("SET SESSION innodb_lock_wait_timeout = 5");
            for (int column = 0; column < COLUMNS; column++) {
                for (String statement : NEWER_SCHEMA) {
                    probe.change(statement.formatted(column));
                }
            }
            for (String statement : NEWER_VERSION) {
                probe.change(statement);
            }
            assertThat(one.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
            one.close();

            Node older = hub.start("older");
            String next = older.client().upload(Sample.people(directory, "next.csv", ROWS, ROWS, 2), Map.of());
            assertThat(older.awaitEnd(next).get("state").asString()).isEqualTo("COMPLETED");
            box.await(2, 180);
            assertThat(new Invariants(database, box.letters())
                            .addresses(Sample.addresses(0, 2 * ROWS))
                            .completed(2, ROWS, 2L * ROWS)
                            .summaries(2)
                            .broken())
                    .isEmpty();
        }
        FaultReport.add(
                "F34 two nodes start at once on an empty database; a newer schema beside an older node",
                "MARIADB",
                "columns and a table added during an import of %,d rows, older node started again".formatted(ROWS),
                0,
                "I1, I2, I5, I6: migrated once, one administrator; the older node went on, and starts");
    }
}
