package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.MisbehavingSmtpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is asked to end while the mail server has a letter in hand, and has not said yet what became of it. */
class StoppedWhileMailingIT {

    private static final int PEOPLE = 3;
    private static final String WEB_SERVER_ENDED = "Graceful shutdown complete";

    @TempDir
    Path directory;

    @Test
    void writesDownWhatBecameOfTheLetterInHandBeforeItEnds() throws Exception {
        try (var server = new MisbehavingSmtpServer();
                Hub hub = Hub.on(Hub.Database.H2, directory)) {
            hub.withShortLease().mailingTo(server.port());
            Node node = hub.start();
            server.whenTaken(() -> {
                server.whenTaken(() -> {});
                end(node);
            });
            Path file = Sample.people(directory, "people.csv", 0, PEOPLE, 0);
            node.client().upload(file, Map.of("invite", "true"));
            node.awaitExit();

            assertThat(server.taken()).as("letters handed over").hasSize(1);
            try (Connection database = hub.connect()) {
                var probe = new Probe(database);
                assertThat(probe.number("SELECT COUNT(*) FROM mail WHERE state = 'SENT'"))
                        .as("sent, as the mail server has said")
                        .isEqualTo(1);
                assertThat(probe.number("SELECT COUNT(*) FROM mail WHERE state NOT IN ('SENT', 'QUEUED')"))
                        .as("neither sent nor to be sent")
                        .isZero();
            }
            assertThat(node.app().log()).doesNotContain("Database is already closed");
            FaultReport.add(
                    "F6 SIGTERM while a letter goes out",
                    "H2",
                    "once, before the mail server answered",
                    0,
                    "the answer is written down, the other letters stay queued");
        }
    }

    /** Asks for the end, and keeps the mail server from answering until that is well under way. */
    private static void end(Node node) {
        try {
            node.signal("TERM");
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!node.app().log().contains(WEB_SERVER_ENDED)) {
                assertThat(System.nanoTime()).as(WEB_SERVER_ENDED).isLessThan(limit);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
