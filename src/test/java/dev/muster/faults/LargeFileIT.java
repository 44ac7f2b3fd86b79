package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.muster.bench.GcLog;
import dev.muster.browser.AdminPages;
import dev.muster.browser.Chromium;
import dev.muster.testing.ContactFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a million rows in a small heap: what is held does not grow with it, time grows no faster, pages go on. */
class LargeFileIT {

    private static final int FEW = 5_000;
    private static final int MANY = Dose.of(25_000, 1_000_000);
    private static final int TENTH = MANY / 10;
    private static final int FAULTS_PER_MILLE = 20;

    private static final int MOST_GROWTH_MIB = 64;

    /**
     * Of the time for a tenth: ten is linear, a hundred is quadratic, and the machine has other things to do. A small dose
     * among other tests says how it went; it does not judge.
     */
    private static final int MOST_TIMES = Dose.of(10_000, 30);

    /** Alone on two processors it is half a second; other tests that run beside this one are not to decide. */
    private static final int PAGE_LIMIT_MILLIS = Dose.of(60_000, 5_000);

    private static final int LIMIT_MINUTES = Dose.of(5, 20);
    private static final int PAUSE_MILLIS = 20;

    private final long seed = Dose.seed();
    private final List<Double> pageMillis = new ArrayList<>();

    @TempDir
    Path directory;

    /** What is done again and again during an import. */
    private interface Meanwhile {
        void act() throws Exception;
    }

    @Test
    void isImportedInASmallHeapWhilePagesGoOn() throws Exception {
        try (Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                var database = hub.connect();
                var chromium = Chromium.launch()) {
            hub.mailingToNobody().withJvmOptions("-Xmx256m", GcLog.OPTION);
            var probe = new Probe(database);
            try (Node node = hub.start()) {
                var collections = GcLog.of(node.app().pid());
                long few = collections.heldDuring(() -> creates(node, probe, FEW));
                long many = collections.heldDuring(() -> creates(node, probe, MANY));
                assertThat(many - few)
                        .as("MiB held, %d for %,d rows and %d for %,d", few, FEW, many, MANY)
                        .isLessThanOrEqualTo(MOST_GROWTH_MIB);

                double tenth = seconds(node, changed(TENTH), LargeFileIT::pause);
                Page page = chromium.browser().newPage();
                new AdminPages(node.app(), page).logIn();
                opensGroupsAndAdvocates(page); // and brings what the browser keeps
                pageMillis.clear();
                double all = seconds(node, changed(MANY), () -> opensGroupsAndAdvocates(page));
                assertThat(all / tenth)
                        .as("%.1f s for %,d rows, %.1f s for %,d", tenth, TENTH, all, MANY)
                        .isLessThan(MOST_TIMES);
                assertThat(pageMillis).as("pages during the import").isNotEmpty();
                double slow = p95(pageMillis);
                assertThat(slow)
                        .as("p95 of %d pages, in milliseconds", pageMillis.size())
                        .isLessThan(PAGE_LIMIT_MILLIS);
                FaultReport.add(
                        "F30 a file of very many rows in a heap of 256 MiB",
                        "MARIADB",
                        "%,d rows created, then all changed while somebody opens pages".formatted(MANY),
                        seed,
                        "I1, I2: held %d MiB, %d MiB for %,d rows; %.1f times the time of a tenth; p95 of %d pages %.0f ms"
                                .formatted(many, few, FEW, all / tenth, pageMillis.size(), slow));
            }
        }
    }

    /** Imports so many rows, of which the hub may know the first: the same seed makes the same people. */
    private double creates(Node node, Probe probe, int rows) throws Exception {
        Path file = directory.resolve("created-%d.csv".formatted(rows));
        ContactFile.Expected expected;
        try (var out = Files.newOutputStream(file)) {
            expected = ContactFile.write(out, seed, rows, FAULTS_PER_MILLE);
        }
        double seconds = seconds(node, file, LargeFileIT::pause);
        String last = " FROM import_run ORDER BY id DESC LIMIT 1";
        assertThat(probe.number("SELECT COUNT(*) FROM member")).as("I1").isEqualTo(expected.created());
        assertThat(probe.number("SELECT created + updated + unchanged + rejected" + last))
                .as("I2")
                .isEqualTo(expected.rows());
        assertThat(probe.number("SELECT rejected" + last)).as("I2: rejected").isEqualTo(expected.rejected());
        return seconds;
    }

    private Path changed(int rows) throws Exception {
        Path file = directory.resolve("changed-%d.csv".formatted(rows));
        try (var out = Files.newOutputStream(file)) {
            ContactFile.writeChanged(out, seed, rows, FAULTS_PER_MILLE);
        }
        return file;
    }

    private static double seconds(Node node, Path file, Meanwhile meanwhile) throws Exception {
        long start = System.nanoTime();
        String path = node.client().upload(file, Map.of());
        while (!Node.hasEnded(node.client().get(path))) {
            assertThat(System.nanoTime() - start)
                    .as("%s: %s", file.getFileName(), node.client().get(path))
                    .isLessThan(TimeUnit.MINUTES.toNanos(LIMIT_MINUTES));
            meanwhile.act();
        }
        assertThat(node.client().get(path).get("state").asString()).isEqualTo("COMPLETED");
        return (System.nanoTime() - start) / 1e9;
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private void opensGroupsAndAdvocates(Page page) {
        opens(page, "Groups");
        opens(page, "Advocates");
    }

    private void opens(Page page, String name) {
        long start = System.nanoTime();
        page.locator("vaadin-side-nav-item")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .waitFor();
        pageMillis.add((System.nanoTime() - start) / 1e6);
    }

    private static double p95(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
