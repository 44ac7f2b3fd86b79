package dev.muster.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of faults in {@code target/faults.md}: each test adds its line, and lines of other tests stay. */
final class FaultReport {

    private static final Path LINES = Path.of("target", "faults");
    private static final Path TABLE = Path.of("target", "faults.md");

    private FaultReport() {}

    /**
     * Notes what came of a fault. The test that calls it has passed: a broken promise fails it before.
     *
     * @param fault its number and name
     * @param database H2 or MariaDB
     * @param injected what was done, and how often
     * @param seed of the chance in it; 0 where nothing was left to chance
     * @param held what was checked
     */
    static synchronized void add(String fault, String database, String injected, long seed, String held)
            throws IOException {
        Files.createDirectories(LINES);
        String line = "| %s | %s | %s | %s | %s |".formatted(fault, database, injected, seed == 0 ? "" : seed, held);
        System.out.println(line);
        String name = (fault + ' ' + database).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Files.writeString(LINES.resolve(name + (Dose.isLong() ? ".long" : ".short")), line);
        var table = new ArrayList<>(List.of(
                "# Faults injected, and what held",
                "",
                "Repeat a run with its seed: `./mvnw -Pfaults verify -Dmuster.faults.seed=<seed>`.",
                "",
                "| fault | database | injected | seed | held |",
                "|---|---|---|---|---|"));
        try (Stream<Path> lines = Files.list(LINES)) {
            for (Path each : lines.sorted().toList()) {
                table.add(Files.readString(each));
            }
        }
        Files.write(TABLE, table);
    }
}
