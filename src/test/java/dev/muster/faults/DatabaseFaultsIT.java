package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import dev.muster.testing.MariaDbServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away in the middle of an import: killed, cut off, and cut off at a commit. */
class DatabaseFaultsIT {

    private static final int ROWS = 5_000;
    private static final int CHUNK = Dose.of(10, 4);

    @TempDir
    Path directory;

    @Test
    void aCommitOfUnknownOutcomeIsLookedUp() throws Exception {
        int cuts = Dose.of(4, 20);
        long seed = Dose.seed();
        var random = new Random(seed);
        var sample = Sample.made(directory, seed, ROWS);
        MariaDbServer server = Hub.Server.shared();
        String url = server.freshDatabase();
        try (var box = new MailBox();
                var proxy = new TcpProxy(server.port());
                Hub hub = Hub.onMariaDb(directory, url)) {
            hub.set("SPRING_DATASOURCE_URL", url.replace(":" + server.port() + "/", ":" + proxy.port() + "/"))
                    .inChunksOf(CHUNK)
                    .withShortLease()
                    .mailingTo(box);
            try (Node node = hub.start();
                    Connection database = hub.connect()) {
                String path = node.client().upload(sample.file(), Map.of("groups", "Customers"));
                for (int cut = 1; cut <= cuts; cut++) {
                    assertThat(node.awaitRows(path, (long) ROWS * cut / (cuts + 2)))
                            .as("is running for cut %d: %s", cut, node.client().get(path))
                            .isTrue();
                    proxy.cutAtCommit(1 + random.nextInt(10), cut % 2 == 0);
                    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                    while (proxy.cuts() < cut && System.nanoTime() < limit) {
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                }
                assertThat(proxy.cuts()).isEqualTo(cuts);
                assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                box.await(1, 180);
                assertThat(new Invariants(database, box.letters())
                                .people(sample.expected().people())
                                .allPendingIn(Set.of("Customers"))
                                .rows(
                                        Sample.id(path),
                                        sample.expected(),
                                        node.client().text(path + "/result.csv"))
                                .summaries(1)
                                .broken())
                        .as("seed %d", seed)
                        .isEmpty();
            }
            FaultReport.add(
                    "F9 connection cut at COMMIT",
                    "MARIADB",
                    "%d commits, every other one carried out unseen".formatted(cuts),
                    seed,
                    "I1-I3, I5, I6");
        }
    }

    @Test
    void aKilledDatabaseIsWaitedFor() throws Exception {
        int kills = Dose.of(1, 5);
        long seed = Dose.seed();
        var sample = Sample.made(directory, seed, ROWS);
        MariaDbServer server = Hub.Server.shared();
        try (var box = new MailBox();
                Hub hub = Hub.onMariaDb(directory, server.freshDatabase())) {
            hub.inChunksOf(CHUNK).withShortLease().mailingTo(box);
            try (Node node = hub.start()) {
                String path = node.client().upload(sample.file(), Map.of());
                for (int kill = 1; kill <= kills; kill++) {
                    assertThat(node.awaitRows(path, (long) ROWS * kill / (kills + 2)))
                            .isTrue();
                    server.kill();
                    TimeUnit.SECONDS.sleep(1);
                    server.startAgain();
                }
                assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                box.await(1, 180);
                try (Connection database = hub.connect()) {
                    assertThat(new Invariants(database, box.letters())
                                    .people(sample.expected().people())
                                    .rows(
                                            Sample.id(path),
                                            sample.expected(),
                                            node.client().text(path + "/result.csv"))
                                    .summaries(1)
                                    .broken())
                            .isEmpty();
                }
            }
            FaultReport.add(
                    "F7 database killed and started again",
                    "MARIADB",
                    "%d kills of mariadbd in an import of %,d rows".formatted(kills, ROWS),
                    seed,
                    "I1-I3, I5, I6; nothing failed, nobody helped");
        }
    }
}
