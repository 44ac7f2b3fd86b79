package dev.muster.bench;

import dev.muster.browser.RunningApp;
import dev.muster.testing.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import tutorial.TutorialImport;

/** Imports into MariaDB, beside what LOAD DATA does and beside the way of tutorials. */
final class MariaDbBench {

    private static final String FLAT = "LOAD DATA into one flat table";
    private static final String SCHEMA = "LOAD DATA, INSERT … SELECT into the schema";
    private static final int MILLION = 1_000_000;
    private static final String TUTORIAL = "existsByEmail and save per row";

    private final BenchPlan plan;
    private final Path directory;
    private final BenchReport report;
    private final BenchFiles files;

    MariaDbBench(BenchPlan plan, Path directory, BenchReport report) {
        this.plan = plan;
        this.directory = Files.exists(directory) ? directory.resolve("mariadb") : directory;
        this.report = report;
        this.files = new BenchFiles(directory);
    }

    void run() throws Exception {
        Files.createDirectories(directory);
        try (MariaDbServer server = MariaDbServer.start(BenchServer.ARGUMENTS)) {
            String url = server.freshDatabase();
            var environment = Map.of(
                    "SPRING_DATASOURCE_URL",
                    url,
                    "SPRING_DATASOURCE_USERNAME",
                    MariaDbServer.USER,
                    "SPRING_DATASOURCE_PASSWORD",
                    "",
                    "MUSTER_API_TOKEN",
                    HubClient.TOKEN);
            try (var app = RunningApp.start(directory, environment, MusterRuns.JVM);
                    var hub = new HubClient(app);
                    var connection = connect(url);
                    var baselines = new LoadData(connect(server.freshDatabase()), schemaOf(url))) {
                var muster = new MusterRuns("MariaDB", app, hub, connection, files, report);
                muster.warmUp();
                try (var tutorial = new TutorialImport(server.freshDatabase())) {
                    tutorial.run(files.faultless(BenchPlan.SMALL)); // which is warm then, too
                    for (int round = 0; round < plan.rounds(); round++) {
                        Rest.await();
                        report.add(TUTORIAL, BenchPlan.SMALL, tutorial.run(files.faultless(BenchPlan.SMALL)));
                        for (int rows : plan.rows()) {
                            measure(rows, muster, baselines);
                        }
                    }
                }
                muster.noteMemory();
            }
        }
        noteRatios();
    }

    private void measure(int rows, MusterRuns muster, LoadData baselines) throws Exception {
        report.add(FLAT, rows, baselines.intoFlatTable(files.contacts(rows)));
        report.add(SCHEMA, rows, baselines.intoSchema(files.contacts(rows)));
        muster.round(rows);
    }

    private void noteRatios() {
        var create = MusterRuns.name("MariaDB", "create");
        for (int rows : plan.rows()) {
            noteRatios(create, rows);
            MusterRuns.noteRatios(report, "MariaDB", rows);
        }
        report.ratio("create against the tutorial, 5,000", create, BenchPlan.SMALL, TUTORIAL, BenchPlan.SMALL, 20);
        report.ratio("create at 1,000,000 against 100,000", create, MILLION, create, 100_000, 0.8);
    }

    /** Small files are too soon over for that: what an import costs whatever its size is most of it. */
    private void noteRatios(String create, int rows) {
        if (rows > BenchPlan.SMALL) {
            double least = rows < MILLION ? 0.22 : 0.3;
            report.ratio("create against LOAD DATA flat, %,d".formatted(rows), create, rows, FLAT, rows, least);
        }
        if (rows == MILLION) {
            report.ratio("create against INSERT … SELECT, %,d".formatted(rows), create, rows, SCHEMA, rows, 2);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url + "?allowLocalInfile=true", MariaDbServer.USER, "");
    }

    private static String schemaOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
