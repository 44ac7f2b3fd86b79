package dev.muster.bench;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** The parts of the bench that can be run by themselves: {@code pages}, on both databases or one, {@code start},
 * {@code weight}, {@code odd} and {@code watch}. */
final class BenchParts {

    private static final List<String> NAMES = List.of("pages", "start", "weight", "odd", "watch");

    private final Path directory;
    private final BenchReport report;
    private final List<String> arguments;

    BenchParts(Path directory, BenchReport report, List<String> arguments) {
        this.directory = directory;
        this.report = report;
        this.arguments = arguments;
    }

    static boolean areChosen(List<String> arguments) {
        return !Collections.disjoint(NAMES, arguments);
    }

    void run() throws Exception {
        if (arguments.contains("start")) {
            new StartBench(directory, report, BenchPlan.of(arguments).rounds()).run();
        }
        if (arguments.contains("weight")) {
            new WeightBench(directory, report).run();
        }
        if (arguments.contains("odd")) {
            int rows = BenchPlan.number(arguments, "rows=", OddFilesBench.ROWS);
            new OddFilesBench(directory, report, rows, BenchPlan.of(arguments).rounds()).run();
        }
        if (arguments.contains("watch")) {
            int rows = BenchPlan.number(arguments, "rows=", WatchersBench.ROWS);
            int watchers = BenchPlan.number(arguments, "watchers=", WatchersBench.WATCHERS);
            new WatchersBench(directory, report, rows, watchers)
                    .run(BenchPlan.of(arguments).rounds());
        }
        if (arguments.contains("pages")) {
            int many = BenchPlan.number(arguments, "members=", PagesBench.MANY);
            var pages = new PagesBench(directory, report, many, BenchPlan.text(arguments, "only="));
            if (!arguments.contains("h2")) {
                pages.onMariaDb();
            }
            if (!arguments.contains("mariadb")) {
                pages.onH2();
            }
        }
    }
}
