package dev.muster.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.browser.RunningApp;
import dev.muster.testing.H2Url;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Map;

/** Imports into H2, beside plain batches into one flat table of the same file. */
final class H2Bench {

    private static final String FLAT = "JDBC batches into one flat H2 table";
    private static final int BATCH = 5000;
    private static final int COLUMNS = 10;

    private final BenchPlan plan;
    private final Path directory;
    private final BenchReport report;
    private final BenchFiles files;

    H2Bench(BenchPlan plan, Path directory, BenchReport report) {
        this.plan = plan;
        this.directory = directory.resolve("h2");
        this.report = report;
        this.files = new BenchFiles(directory);
    }

    void run() throws Exception {
        Files.createDirectories(directory);
        // Served by the application, so that this process can empty the tables between two rounds.
        String url = H2Url.shared(directory);
        var environment = Map.of("SPRING_DATASOURCE_URL", url, "MUSTER_API_TOKEN", HubClient.TOKEN);
        try (var app = RunningApp.start(directory, environment, MusterRuns.JVM);
                var hub = new HubClient(app);
                var connection = DriverManager.getConnection(url, "", "")) {
            var muster = new MusterRuns("H2", app, hub, connection, files, report);
            muster.warmUp();
            for (int round = 0; round < plan.rounds(); round++) {
                for (int rows : plan.rows()) {
                    report.add(FLAT, rows, flat(files.faultless(rows)));
                    muster.round(rows);
                }
            }
            muster.noteMemory();
        }
        for (int rows : plan.rows()) {
            report.ratio(
                    "create against flat batches, H2, %,d".formatted(rows),
                    MusterRuns.name("H2", "create"),
                    rows,
                    FLAT,
                    rows,
                    0.2);
            MusterRuns.noteRatios(report, "H2", rows);
        }
    }

    private double flat(Path file) throws Exception {
        Path place = Files.createTempDirectory(directory, "flat");
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:%s;WRITE_DELAY=0".formatted(place.resolve("flat")))) {
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        CREATE TABLE flat (c1 VARCHAR, c2 VARCHAR UNIQUE, c3 VARCHAR, c4 VARCHAR, c5 VARCHAR,
                            c6 VARCHAR, c7 VARCHAR, c8 VARCHAR, c9 VARCHAR, c10 VARCHAR)""");
            }
            connection.setAutoCommit(false);
            Rest.await();
            long start = System.nanoTime();
            insert(file, connection);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void insert(Path file, Connection connection) throws Exception {
        long number = 0;
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO flat VALUES (?,?,?,?,?,?,?,?,?,?)");
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(file)) {
            for (CsvRecord each : records) {
                for (int i = 0; i < COLUMNS; i++) {
                    row.setString(i + 1, i < each.getFieldCount() ? each.getField(i) : null);
                }
                // A flat table takes any row once: what is twice in the file is told apart by its number. Behind the
                // address, so that the index is filled in as little order as by the addresses alone.
                row.setString(2, each.getField(Math.min(1, each.getFieldCount() - 1)) + number++);
                row.addBatch();
                if (number % BATCH == 0) {
                    row.executeBatch();
                    connection.commit();
                }
            }
            row.executeBatch();
            connection.commit();
        }
    }
}
