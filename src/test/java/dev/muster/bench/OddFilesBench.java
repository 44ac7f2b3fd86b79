package dev.muster.bench;

import dev.muster.browser.RunningApp;
import dev.muster.testing.MariaDbServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Imports files that are odd, beside an ordinary one: none may be slower than its size, none may take the memory. */
final class OddFilesBench {

    static final int ROWS = 1_000_000;

    private static final String ORDINARY = "an ordinary file";
    /** A row of 200 columns is about as long as so many ordinary ones, a cell of 10,000 values as so many. */
    private static final int ROWS_OF_MANY_COLUMNS = 20;

    private static final int ROWS_OF_MANY_VALUES = 3000;
    private static final int LIMIT = 1 << 20;

    private final Path directory;
    private final BenchReport report;
    private final int rows;
    private final int rounds;

    private record OddFile(Path path, int rows, String outcome) {}

    OddFilesBench(Path directory, BenchReport report, int rows, int rounds) {
        this.directory = directory;
        this.report = report;
        this.rows = rows;
        this.rounds = rounds;
    }

    void run() throws Exception {
        Map<String, OddFile> files = files();
        try (MariaDbServer server = MariaDbServer.start(BenchServer.ARGUMENTS)) {
            String url = server.freshDatabase();
            try (var app = RunningApp.start(directory, environment(url), MusterRuns.JVM);
                    var hub = new HubClient(app);
                    var connection = DriverManager.getConnection(url, MariaDbServer.USER, "")) {
                measure(app, hub, connection, files);
            }
            var limited = environment(server.freshDatabase());
            limited.put("MUSTER_IMPORTS_MAXBYTES", Integer.toString(LIMIT));
            try (var app = RunningApp.start(directory, limited, MusterRuns.JVM)) {
                refuse(app);
            }
        }
        noteRatios(files);
    }

    static Map<String, String> environment(String url) {
        return new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL",
                url,
                "SPRING_DATASOURCE_USERNAME",
                MariaDbServer.USER,
                "SPRING_DATASOURCE_PASSWORD",
                "",
                "MUSTER_API_TOKEN",
                HubClient.TOKEN));
    }

    private Map<String, OddFile> files() throws Exception {
        Path ordinary = new BenchFiles(directory).faultless(rows);
        var odd = new OddFiles(directory, ordinary);
        var wide = new WideFiles(directory);
        int rowsOfColumns = Math.max(1, rows / ROWS_OF_MANY_COLUMNS);
        int rowsOfValues = Math.max(1, rows / ROWS_OF_MANY_VALUES);
        var files = new LinkedHashMap<String, OddFile>();
        files.put(ORDINARY, new OddFile(ordinary, rows, "created"));
        files.put("every row faulty", new OddFile(odd.allFaulty(), rows, "rejected"));
        files.put("one address in all rows", new OddFile(odd.oneAddress(), rows, "processed"));
        files.put("200 custom columns", new OddFile(wide.manyColumns(rowsOfColumns), rowsOfColumns, "created"));
        files.put("10,000 values in a cell", new OddFile(wide.manyValues(rowsOfValues), rowsOfValues, "created"));
        return files;
    }

    private void measure(RunningApp app, HubClient hub, Connection connection, Map<String, OddFile> files)
            throws Exception {
        var runs = new MusterRuns("MariaDB", app, hub, connection, new BenchFiles(directory), report);
        runs.warmUp();
        for (int column = 0; column < WideFiles.COLUMNS; column++) {
            hub.createField(WideFiles.column(column));
        }
        for (int round = 0; round < rounds; round++) {
            for (var file : files.entrySet()) {
                runs.empty();
                measure(file.getKey(), file.getValue(), hub, GcLog.of(app.pid()));
            }
        }
        runs.noteMemory();
    }

    private void measure(String name, OddFile file, HubClient hub, GcLog collections) throws Exception {
        Rest.await();
        long before = collections.end();
        long start = System.nanoTime();
        JsonNode ended = hub.importFile(file.path(), Map.of());
        report.add(name, file.rows(), (System.nanoTime() - start) / 1e9);
        collections.peak(before, collections.end()).ifPresent(left -> report.addHeap(name, file.rows(), left));
        if (!ended.get("state").asString().equals("COMPLETED")
                || ended.get(file.outcome()).asInt() != file.rows()) {
            throw new IllegalStateException(
                    "%s: not all %d rows were %s: %s".formatted(name, file.rows(), file.outcome(), ended));
        }
    }

    private void refuse(RunningApp app) throws Exception {
        EndlessUpload.Refusal refusal = EndlessUpload.send(app);
        report.note(
                "1 GiB where %,d bytes are allowed".formatted(LIMIT),
                "%s after %,d bytes and %.2f s"
                        .formatted(
                                refusal.answer().lines().findFirst().orElse("no answer"),
                                refusal.sent(),
                                refusal.seconds()));
    }

    /** What counts is the size: a row can be as long as a thousand others. */
    private void noteRatios(Map<String, OddFile> files) {
        double usual = bytesPerSecond(ORDINARY, Objects.requireNonNull(files.get(ORDINARY)));
        files.forEach((name, file) -> {
            if (!name.equals(ORDINARY)) {
                report.ratio("bytes/s, %s against %s".formatted(name, ORDINARY), bytesPerSecond(name, file) / usual, 1);
            }
        });
    }

    private double bytesPerSecond(String name, OddFile file) {
        return file.path().toFile().length() / report.seconds(name, file.rows());
    }
}
