package dev.muster.bench;

import dev.muster.browser.RunningApp;
import dev.muster.testing.MariaDbServer;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;

/** How much an import is slowed down by two hundred people who watch it, each on the page Advocates. */
final class WatchersBench {

    static final int ROWS = 100_000;
    static final int WATCHERS = 200;

    /** A page that is open takes memory: with the 256 MiB that an import does with, there is no room for two hundred. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", GcLog.OPTION);

    private static final double GATE = 0.9;
    private static final int LEAST_VALUES = 3;
    private static final int LOGINS_AT_A_TIME = 4;
    private static final String ALONE = "create, nobody watches";

    private final Path directory;
    private final BenchReport report;
    private final BenchFiles files;
    private final int rows;
    private final int watchers;
    private final String watched;

    WatchersBench(Path directory, BenchReport report, int rows, int watchers) {
        this.directory = directory;
        this.report = report;
        this.files = new BenchFiles(directory);
        this.rows = rows;
        this.watchers = watchers;
        this.watched = "create, %d sessions watch".formatted(watchers);
    }

    void run(int rounds) throws Exception {
        try (MariaDbServer server = MariaDbServer.start(BenchServer.ARGUMENTS)) {
            String url = server.freshDatabase();
            try (var app = RunningApp.start(directory, OddFilesBench.environment(url), JVM);
                    var hub = new HubClient(app);
                    var connection = DriverManager.getConnection(url, MariaDbServer.USER, "");
                    var http = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build()) {
                measure(rounds, app, hub, connection, http);
            }
        }
        report.ratio("import speed with %d sessions".formatted(watchers), watched, rows, ALONE, rows, GATE);
    }

    private void measure(int rounds, RunningApp app, HubClient hub, Connection connection, HttpClient http)
            throws Exception {
        var runs = new MusterRuns("MariaDB", app, hub, connection, files, report);
        runs.warmUp();
        var collections = GcLog.of(app.pid());
        for (int round = 0; round < rounds; round++) {
            runs.empty();
            create(ALONE, hub, collections);
            runs.empty();
            long held = collections.held();
            List<Watcher> all = inTurns(Collections.nCopies(watchers, () -> Watcher.open(http, app)));
            report.note(
                    "round %d, heap that a session holds".formatted(round + 1),
                    "%,d KiB".formatted((collections.held() - held) * 1024 / watchers));
            Duration before = ownTime();
            create(watched, hub, collections);
            Duration own = ownTime().minus(before);
            report.note(
                    "round %d, the sessions".formatted(round + 1),
                    "%s; their own CPU time %.1f s".formatted(heard(all), own.toMillis() / 1e3));
            inTurns(all.stream()
                    .<Callable<Object>>map(one -> Executors.callable(one::close))
                    .toList());
        }
    }

    private void create(String name, HubClient hub, GcLog collections) throws Exception {
        Rest.await();
        long before = collections.end();
        long start = System.nanoTime();
        hub.importFile(files.contacts(rows), Map.of());
        report.add(name, rows, (System.nanoTime() - start) / 1e9);
        collections.peak(before, collections.end()).ifPresent(left -> report.addHeap(name, rows, left));
    }

    /** Says what the sessions heard, each of them. */
    private static String heard(List<Watcher> all) {
        long least = all.stream().mapToInt(one -> one.pushes().values()).min().orElse(0);
        long most = all.stream().mapToInt(one -> one.pushes().values()).max().orElse(0);
        return "each heard %d to %d values of the progress%s, together %,d messages of %,d characters"
                .formatted(
                        least,
                        most,
                        least < LEAST_VALUES ? " (at least %d, MISSED)".formatted(LEAST_VALUES) : "",
                        sum(all, Pushes::messages),
                        sum(all, Pushes::characters));
    }

    private static long sum(List<Watcher> all, ToLongFunction<Pushes> number) {
        return all.stream().map(Watcher::pushes).mapToLong(number).sum();
    }

    private static Duration ownTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static <T> List<T> inTurns(List<? extends Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(LOGINS_AT_A_TIME)) {
            var results = new ArrayList<T>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        }
    }
}
