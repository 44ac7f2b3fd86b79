package dev.muster.bench;

import dev.muster.browser.RunningApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Imports by Muster itself, upload included, into a hub that is emptied before each round. */
final class MusterRuns {

    /** A small machine's: half of the heap for what lives as long as a chunk, which is nearly all there is. */
    static final List<String> JVM = List.of("-Xmx256m", "-Xmn128m", "-XX:+UseSerialGC", GcLog.OPTION);

    private static final int WARM_UPS = 20;
    private static final int WARM_UP_ROWS = 20_000;
    private static final Map<String, String> CHECK = Map.of("check", "true");

    static final String HELD = "create, heap that is held";
    private static final long HEAP_GROWTH = 64;

    private static final List<String> TABLES = List.of(
            "scheduled_tasks",
            "mail_attachment",
            "mail_try",
            "mail",
            "member_change",
            "membership",
            "member",
            "import_checked_member",
            "import_checked_change",
            "import_correction",
            "import_rejected_row",
            "import_issue",
            "import_chunk",
            "import_run",
            "import_file_piece",
            "import_file");

    private final String database;
    private final RunningApp app;
    private final HubClient hub;
    private final Connection connection;
    private final BenchFiles files;
    private final BenchReport report;
    private final GcLog collections;
    private final Set<Integer> weighed = new HashSet<>();

    MusterRuns(
            String database,
            RunningApp app,
            HubClient hub,
            Connection connection,
            BenchFiles files,
            BenchReport report) {
        this.database = database;
        this.app = app;
        this.hub = hub;
        this.connection = connection;
        this.files = files;
        this.report = report;
        this.collections = GcLog.of(app.pid());
    }

    static String name(String database, String what) {
        return "Muster on %s: %s".formatted(database, what);
    }

    /** Measures the first import of the JVM; then lets it see each kind a few times before anything else is measured. */
    void warmUp() throws Exception {
        run("create, first in the JVM", BenchPlan.SMALL, files.contacts(BenchPlan.SMALL), Map.of());
        for (int i = 0; i < WARM_UPS; i++) {
            empty();
            hub.importFile(files.contacts(WARM_UP_ROWS), CHECK);
            hub.importFile(files.contacts(WARM_UP_ROWS), Map.of());
            hub.importFile(files.contacts(WARM_UP_ROWS), Map.of());
            hub.importFile(files.changed(WARM_UP_ROWS), Map.of());
        }
    }

    /**
     * Creates so many, imports them again unchanged, again with a change in each, then as many of whom half are new, and
     * takes the last back.
     */
    void round(int rows) throws Exception {
        empty();
        run("check", rows, files.contacts(rows), CHECK);
        run("create", rows, files.contacts(rows), Map.of());
        run("again, nothing changed", rows, files.contacts(rows), Map.of());
        run("again, everything changed", rows, files.changed(rows), Map.of());
        long half = run("half new, half changed", rows, files.halfNew(rows), Map.of());
        Rest.await();
        long start = System.nanoTime();
        hub.undo(half);
        report.add(name(database, "undo of that"), rows, (System.nanoTime() - start) / 1e9);
        if (weighed.add(rows)) {
            weigh(rows);
        }
    }

    /** Creates so many, and the first time once more to see how much of the heap that holds. */
    void create(int rows) throws Exception {
        empty();
        run("create", rows, files.contacts(rows), Map.of());
        if (weighed.add(rows)) {
            weigh(rows);
        }
    }

    /** Creates so many once more, only to see how much of the heap that holds. */
    private void weigh(int rows) throws Exception {
        empty();
        long held = collections.heldDuring(() -> hub.importFile(files.contacts(rows), Map.of()));
        report.addHeap(name(database, HELD), rows, held);
        report.note("heap that is held, at most, %s, create, %,d".formatted(database, rows), "%d MiB".formatted(held));
    }

    private long run(String what, int rows, Path file, Map<String, String> fields) throws Exception {
        Rest.await();
        long before = collections.end();
        long start = System.nanoTime();
        JsonNode ended = hub.importFile(file, fields);
        report.add(name(database, what), rows, (System.nanoTime() - start) / 1e9);
        collections.peak(before, collections.end()).ifPresent(left -> report.addHeap(name(database, what), rows, left));
        String state = ended.get("state").asString();
        if (!state.equals("COMPLETED") && !state.equals("CHECKED")) {
            throw new IllegalStateException("The import ended as %s: %s".formatted(state, ended));
        }
        return ended.get("id").asLong();
    }

    void empty() throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean isMariaDb = database.equals("MariaDB");
            statement.execute(isMariaDb ? "SET FOREIGN_KEY_CHECKS = 0" : "SET REFERENTIAL_INTEGRITY FALSE");
            for (String table : TABLES) {
                statement.execute("TRUNCATE TABLE " + table);
            }
            statement.execute(isMariaDb ? "SET FOREIGN_KEY_CHECKS = 1" : "SET REFERENTIAL_INTEGRITY TRUE");
        }
    }

    /** Notes the most memory that the process ever had in RAM; only Linux tells. */
    void noteMemory() throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(app.pid()));
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .forEach(line -> report.note(
                            "peak RSS on %s, %s".formatted(database, JVM.getFirst()),
                            "%,d MiB".formatted(Long.parseLong(line.replaceAll("\\D", "")) / 1024)));
        }
    }

    static void noteRatios(BenchReport report, String database, int rows) {
        String create = name(database, "create");
        if (rows > BenchPlan.SMALL) {
            report.heapGrowth(
                    "heap that is held, %s, %,d above 5,000".formatted(database, rows),
                    name(database, HELD),
                    rows,
                    BenchPlan.SMALL,
                    HEAP_GROWTH);
        }
        report.ratio(
                "nothing changed against create, %s, %,d".formatted(database, rows),
                name(database, "again, nothing changed"),
                rows,
                create,
                rows,
                2);
        report.ratio(
                "everything changed against create, %s, %,d".formatted(database, rows),
                name(database, "again, everything changed"),
                rows,
                create,
                rows,
                0.4);
        report.ratio(
                "check against create, %s, %,d".formatted(database, rows),
                name(database, "check"),
                rows,
                create,
                rows,
                2);
    }
}
