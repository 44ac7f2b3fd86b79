package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Uploads that break off, and files that want to be too much. */
class UploadFaultsIT {

    private static final int ROWS = 2_000;
    private static final int HUGE = 100 << 20;

    @TempDir
    Path directory;

    @Test
    void leaveNothingHalfDone() throws Exception {
        byte[] file = Files.readAllBytes(Sample.people(directory, "file.csv", 0, ROWS, 1));
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.H2, directory)) {
            hub.mailingTo(box);
            try (Node node = hub.start()) {
                send(node, file, file.length / 2);
                send(node, file, file.length);
                JsonNode done = node.awaitEnd("/api/v1/imports/1");
                assertThat(done.get("state").asString()).isEqualTo("COMPLETED");
                box.await(1, 180);
                refusesWhatIsTooMuch(node);
            }
            try (var database = hub.connect();
                    var statement = database.createStatement()) {
                assertThat(new Invariants(database, box.letters())
                                .addresses(Sample.addresses(0, ROWS))
                                .summaries(1)
                                .broken())
                        .isEmpty();
                try (var row = statement.executeQuery("""
                        SELECT (SELECT COUNT(*) FROM import_run WHERE state <> 'FAILED'),
                            (SELECT COUNT(*) FROM import_file f WHERE sha256 IS NULL),
                            (SELECT COUNT(*) FROM import_file_piece p WHERE NOT EXISTS
                                (SELECT 1 FROM import_run r WHERE r.file_id = p.file_id))""")) {
                    row.next();
                    assertThat(List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                            .as("imports, files that broke off, pieces that belong to no import")
                            .containsExactly(1L, 0L, 0L);
                }
            }
        }
        FaultReport.add("F18 upload broken off at 50 %", "H2", "once", 0, "no import, nothing kept");
        FaultReport.add("F19 client gone after the last byte", "H2", "once", 0, "I1, I5: one import, complete");
        FaultReport.add(
                "F31 a cell of 100 MiB, an unclosed quote in 100 MiB",
                "H2",
                "once each, -Xmx320m",
                0,
                "refused, no OOM");
    }

    @Test
    void aDiskThatIsAllButFullStopsNothingForGood() throws Exception {
        var sample = Sample.made(directory, 7, Dose.of(2_000, 4_000));
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.H2, directory)) {
            hub.inChunksOf(4).mailingTo(box);
            Node before = hub.start();
            String path = before.client().upload(sample.file(), Map.of());
            assertThat(before.awaitRows(path, 500)).isTrue();
            before.kill();

            hub.set("MUSTER_DISK_RESERVE", Long.toString(Long.MAX_VALUE));
            try (Node full = hub.start()) {
                long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
                while (!full.app().log().contains("Too little room is left on the disk of ")
                        && System.nanoTime() < limit) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                assertThat(full.client().get(path).get("state").asString()).isEqualTo("RUNNING");
                assertThat(refusal(full, sample.file()))
                        .contains("The hub answered 507")
                        .contains("The hub has no room left for the file. Nothing of it was kept.");
            }

            hub.set("MUSTER_DISK_RESERVE", "1");
            String result;
            try (Node after = hub.start()) {
                assertThat(after.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                result = after.client().text(path + "/result.csv");
                box.await(1, 180);
            }
            try (var database = hub.connect()) {
                assertThat(new Invariants(database, box.letters())
                                .people(sample.expected().people())
                                .rows(Sample.id(path), sample.expected(), result)
                                .summaries(1)
                                .broken())
                        .isEmpty();
            }
        }
        FaultReport.add("F16 disk all but full during an upload", "H2", "once", 0, "507 with a sentence, nothing kept");
        FaultReport.add("F17 disk all but full during an import", "H2", "once", 0, "I1-I3, I5, I6: waited, went on");
    }

    private void refusesWhatIsTooMuch(Node node) throws Exception {
        Path cell = directory.resolve("cell.csv");
        write(cell, "Name,Email\nAnn,ann@example.com\n", "x");
        assertThat(refusal(node, cell)).contains("A cell that starts in line 3 is longer than 1,048,576 characters.");

        Path quote = directory.resolve("quote.csv");
        write(quote, "Name,Email\n\"Ann,ann@example.com\n", "x\n");
        assertThat(refusal(node, quote)).contains("A cell that starts in line 2 is longer than 1,048,576 characters.");
        assertThat(node.client().get("/api/v1/advocates?limit=1").has("items")).isTrue();
    }

    private static String refusal(Node node, Path file) throws IOException, InterruptedException {
        try {
            return node.client().upload(file, Map.of());
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void write(Path file, String head, String rest) throws IOException {
        byte[] block = rest.repeat((1 << 20) / rest.length()).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < HUGE / block.length; i++) {
                out.write(block);
            }
        }
    }

    /** Sends the request with so many bytes of the file, and is gone; a whole one ends as it should. */
    private static void send(Node node, byte[] file, int bytes) throws IOException, InterruptedException {
        try (var _ = PartialUpload.to(node, file, bytes)) {
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }
}
