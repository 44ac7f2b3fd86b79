package dev.muster.bench;

import com.microsoft.playwright.Page;
import dev.muster.browser.AdminPages;
import dev.muster.browser.Chromium;
import dev.muster.browser.RunningApp;
import dev.muster.testing.ContactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Imports a file of 100,000 contacts through the running application, as an administrator does: production jar, H2 in a
 * file, 512 MB of heap, upload in a browser. Prints rows per second and the largest memory of the process.
 */
public final class ImportBench {

    private static final int ROWS = 100_000;
    private static final int FAULTS_PER_MILLE = 20;
    private static final long SEED = 20261122;
    private static final String HEAP = "-Xmx512m";
    private static final double LIMIT_MILLIS = Duration.ofMinutes(10).toMillis();

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("muster-bench");
        Path file = directory.resolve("contacts.csv");
        try (var out = Files.newOutputStream(file)) {
            ContactFile.write(out, SEED, ROWS, FAULTS_PER_MILLE);
        }
        try (var app = RunningApp.start(directory, Map.of(), List.of(HEAP));
                var chromium = Chromium.launch()) {
            Page page = chromium.browser().newPage();
            var admin = new AdminPages(app, page);
            admin.logIn();
            System.out.printf("%-28s %10s %10s %12s %14s%n", "import", "rows", "seconds", "rows/s", "peak RSS MiB");
            measure("create (first in the JVM)", admin, app, file);
            measure("again, nothing changed", admin, app, file);
        }
    }

    private static void measure(String name, AdminPages admin, RunningApp app, Path file) throws IOException {
        admin.open("/advocates");
        admin.chooseFile(file, "%,d rows".formatted(ROWS));
        long start = System.nanoTime();
        admin.startImport();
        admin.waitUntilDone(LIMIT_MILLIS);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-28s %,10d %10.1f %,12.0f %14s%n", name, ROWS, seconds, ROWS / seconds, peakMemoryMib(app.pid()));
    }

    /** Returns the most memory that the process ever had in RAM; only Linux tells. */
    private static String peakMemoryMib(long pid) throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(pid));
        if (!Files.exists(status)) {
            return "-";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("-");
    }
}
