package dev.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Page;
import dev.muster.testing.ContactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import during which the server is killed, and then stopped, goes on by itself each time and ends as it should. */
class RestartIT {

    private static final int ROWS = 10_000;

    /** So small that not even a fast machine ends the import before it is interrupted. */
    private static final int SLOW_CHUNK_ROWS = 5;

    private static final int USUAL_CHUNK_ROWS = 1000;
    private static final int FAULTS_PER_MILLE = 40;
    private static final double LIMIT_MILLIS = 120_000;
    private static final long MAIL_LIMIT_MILLIS = 60_000;

    @TempDir
    Path directory;

    private final GreenMail mailServer = MailedApp.mailServer();
    private Chromium chromium;

    @BeforeEach
    void start() {
        mailServer.start();
        chromium = Chromium.launch();
    }

    @AfterEach
    void stop() {
        chromium.close();
        mailServer.stop();
    }

    @Test
    void anImportSurvivesAKillAndAStop() throws Exception {
        Path file = directory.resolve("customers.csv");
        ContactFile.Expected expected;
        try (var out = Files.newOutputStream(file)) {
            expected = ContactFile.writeWithDetails(out, 36, ROWS, FAULTS_PER_MILLE);
        }

        RunningApp killed = startApp(SLOW_CHUNK_ROWS);
        AdminPages admin = logIn(killed);
        admin.chooseFile(file, "%,d rows".formatted(expected.rows()));
        admin.startImport();
        admin.waitForShare(2, LIMIT_MILLIS);
        killed.kill();

        try (RunningApp stopped = startApp(SLOW_CHUNK_ROWS)) {
            logIn(stopped).waitForShare(4, LIMIT_MILLIS);
        }

        try (RunningApp app = startApp(USUAL_CHUNK_ROWS)) {
            AdminPages after = logIn(app);
            after.openImport("customers.csv");
            after.waitForText("Completed", LIMIT_MILLIS);
            assertThat(after.outcomes())
                    .isEqualTo(Map.of(
                            "Created", (long) expected.created(),
                            "Updated", (long) expected.updated(),
                            "Unchanged", (long) expected.unchanged(),
                            "Rejected", (long) expected.rejected()));
            assertThat(mailServer.waitForIncomingEmail(MAIL_LIMIT_MILLIS, 1)).isTrue();
        }
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    private AdminPages logIn(RunningApp app) {
        Page page = chromium.browser().newPage();
        var admin = new AdminPages(app, page);
        admin.logIn();
        return admin;
    }

    private RunningApp startApp(int chunkRows) throws IOException, InterruptedException {
        var settings = new HashMap<>(MailedApp.mailingTo(mailServer));
        settings.put("MUSTER_IMPORTS_CHUNKROWS", Integer.toString(chunkRows));
        return UnpackedJar.get().start(directory, settings, List.of("-Xmx512m"));
    }
}
