package dev.muster.bench;

import dev.muster.bench.GrowthPlot.Point;
import dev.muster.browser.RunningApp;
import dev.muster.testing.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;

/** How time and heap grow with the file, from 5,000 rows to a million, as a picture among the documents. */
final class GrowthBench {

    static final int MOST = 1_000_000;

    /** Where the picture goes. */
    static final Path PICTURE = Path.of("src", "docs", "bench-growth.svg");

    private static final String DATABASE = "MariaDB";

    private final Path directory;
    private final BenchReport report;
    private final List<Integer> sizes;
    private final int rounds;

    GrowthBench(Path directory, BenchReport report, int most, int rounds) {
        this.directory = directory;
        this.report = report;
        this.rounds = rounds;
        this.sizes = Stream.of(5_000, 20_000, 50_000, 100_000, 200_000, 500_000, MOST)
                .filter(rows -> rows <= most)
                .toList();
    }

    void run() throws Exception {
        Files.createDirectories(directory.resolve("growth"));
        try (MariaDbServer server = MariaDbServer.start(BenchServer.ARGUMENTS)) {
            String url = server.freshDatabase();
            try (var app = RunningApp.start(
                            directory.resolve("growth"), OddFilesBench.environment(url), MusterRuns.JVM);
                    var hub = new HubClient(app);
                    var connection = DriverManager.getConnection(url, MariaDbServer.USER, "")) {
                var runs = new MusterRuns(DATABASE, app, hub, connection, new BenchFiles(directory), report);
                runs.warmUp();
                for (int round = 0; round < rounds; round++) {
                    for (int rows : sizes) {
                        runs.create(rows);
                    }
                }
            }
        }
        String create = MusterRuns.name(DATABASE, "create");
        List<Point> points = sizes.stream()
                .map(rows -> new Point(
                        rows,
                        report.seconds(create, rows),
                        report.heap(MusterRuns.name(DATABASE, MusterRuns.HELD), rows)))
                .toList();
        Files.writeString(PICTURE, new GrowthPlot(points).toSvg(Machine.here().inWords()));
    }
}
