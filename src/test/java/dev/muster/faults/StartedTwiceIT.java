package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.browser.AdminPages;
import dev.muster.browser.Chromium;
import dev.muster.testing.Invariants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One import that somebody starts more than once: by clicks, by going back, from another place, by a program that repeats itself. */
class StartedTwiceIT {

    private static final int ROWS = 100;
    private static final String INVITE = "Send an invitation to advocates after import";
    private static final String IMPORTS = "SELECT COUNT(*) FROM import_run WHERE purpose = 'IMPORT'";
    private static final String DONE = IMPORTS + " AND state = 'COMPLETED'";
    private static final String INVITATIONS = "SELECT COUNT(*) FROM invitation";

    @TempDir
    Path directory;

    @Test
    void onThePagesItIsOneOrAsked() throws Exception {
        Path file = Sample.people(directory, "people.csv", 0, ROWS, 1);
        Path copy = Files.copy(file, directory.resolve("copy.csv"));
        Path other = Sample.people(directory, "others.csv", ROWS, ROWS, 2);
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                var database = hub.connect();
                var chromium = Chromium.launch()) {
            hub.inChunksOf(10).mailingTo(box).set("MUSTER_MAIL_PER_SECOND", "200");
            var probe = new Probe(database);
            try (Node node = hub.start()) {
                addAdministrator(probe);
                Page page = chromium.browser().newContext().newPage();
                var mara = new AdminPages(node.app(), page);
                mara.logIn();
                doubleClickReloadAndGoBack(mara, page, file);
                probe.await("one import", DONE, imports -> imports == 1, 60);
                assertThat(probe.number(IMPORTS))
                        .as("imports after a double click")
                        .isEqualTo(1);

                Page elsewhere = chromium.browser().newContext().newPage();
                var noor = new AdminPages(node.app(), elsewhere);
                noor.logIn("noor@hub.example");
                ready(noor, elsewhere, copy);
                elsewhere.getByText("This file was imported on").waitFor();
                elsewhere
                        .getByText("by Mara Lindqvist: %d rows.".formatted(ROWS))
                        .waitFor();
                assertThat(noor.button("Show that import").isVisible()).isTrue();
                noor.button("Import again").click();
                probe.await("the same again, wanted", DONE, imports -> imports == 2, 60);
                assertThat(probe.number("SELECT created + invitations_queued FROM import_run"
                                + " WHERE purpose = 'IMPORT' ORDER BY id DESC LIMIT 1"))
                        .as("created and invited by the second import of the same file")
                        .isZero();
                assertThat(probe.number(INVITATIONS)).isEqualTo(ROWS);

                noor.open("/advocates");
                ready(mara, page, other);
                ready(noor, elsewhere, other);
                Clicks.atOnce("Import", page, elsewhere);
                probe.await("one of the two", DONE, imports -> imports == 3, 60);
                Page told = page.getByText("This file ").isVisible() ? page : elsewhere;
                told.getByText("This file ").waitFor();
                assertThat(probe.number(IMPORTS)).as("imports of two at once").isEqualTo(3);
                box.await(3 + 2 * ROWS, 180);
            }
            assertThat(new Invariants(database, box.letters())
                            .addresses(Sample.addresses(0, 2 * ROWS))
                            .completed(3, ROWS, 2L * ROWS)
                            .invitations(new TreeSet<>(Sample.addresses(0, 2 * ROWS)))
                            .broken())
                    .isEmpty();
        }
        FaultReport.add(
                "F20 double click, reload, back and again",
                "MARIADB",
                "once, in Chromium",
                0,
                "one import, one invitation each");
        FaultReport.add(
                "F21 the same file by another admin, and by two at the same moment",
                "MARIADB",
                "once each, in Chromium",
                0,
                "told when and by whom; again by choice: 0 added, 0 invited; of two at once one is asked");
    }

    @Test
    void aProgramThatRepeatsItselfStartsOne() throws Exception {
        int kills = Dose.of(2, 20);
        long seed = Dose.seed();
        var random = new Random(seed);
        int before = 0;
        try (Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                var database = hub.connect();
                var program = Executors.newFixedThreadPool(8)) {
            hub.withShortLease().mailingToNobody();
            var probe = new Probe(database);
            Node node = hub.start();
            for (int kill = 0; kill < kills; kill++) {
                Path file = Sample.people(directory, "file-%d.csv".formatted(kill), kill * ROWS, ROWS, kill);
                String key = "order-%d".formatted(kill);
                Node first = node;
                Callable<String> request = () -> first.client().upload(file, Map.of("invite", "true"), key);
                List<Future<String>> unheard = new ArrayList<>();
                for (int times = 0; times < 4; times++) {
                    unheard.add(program.submit(request));
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(40_000));
                node.kill();
                unheard.forEach(each -> each.cancel(true)); // whatever came of it
                before += probe.number(IMPORTS) == kill ? 1 : 0;
                node = hub.start();
                String path = node.client().upload(file, Map.of("invite", "true"), key);
                assertThat(node.client().upload(file, Map.of("invite", "true"), key))
                        .isEqualTo(path);
                assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                assertThat(probe.number(IMPORTS)).as("imports, seed %d", seed).isEqualTo(kill + 1L);
            }
            node.close();
            assertThat(probe.number(INVITATIONS)).isEqualTo((long) kills * ROWS);
            assertThat(probe.number("SELECT COUNT(*) FROM import_file")).isEqualTo(kills);
        }
        FaultReport.add(
                "F20 the same Idempotency-Key, process killed in between",
                "MARIADB",
                "%d kills while 4 requests were under way, %d before one was done".formatted(kills, before),
                seed,
                "one import and one file for each key, the same answer again after the restart");
    }

    private static void doubleClickReloadAndGoBack(AdminPages admin, Page page, Path file) {
        ready(admin, page, file);
        admin.button("Import").dblclick();
        page.getByText("Importing").or(page.getByText("Import done")).first().waitFor();
        page.reload();
        admin.open("/imports");
        page.goBack();
        page.goForward();
        page.goBack();
        admin.heading("Advocates").waitFor();
    }

    private static void ready(AdminPages admin, Page page, Path file) {
        admin.chooseFile(file, "%d rows".formatted(ROWS));
        page.getByLabel(INVITE).check();
    }

    private static void addAdministrator(Probe probe) throws SQLException {
        probe.change("""
                INSERT INTO account (id, version, name, email, email_key, password_hash, role, color_scheme, created_at)
                SELECT 1000000, 0, 'Noor Haddad', 'noor@hub.example', 'noor@hub.example', password_hash, role, color_scheme,
                    created_at FROM account WHERE name = 'Mara Lindqvist'""");
    }
}
