package dev.muster.bench;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** The parts of the bench that can be run by themselves, each by its name; {@link #ALL} are all of them. */
final class BenchParts {

    static final String ALL = "all";

    private static final List<String> NAMES = List.of("pages", "start", "weight", "growth", "odd", "watch");

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
        if (isChosen("start")) {
            new StartBench(directory, report, BenchPlan.of(arguments).rounds()).run();
        }
        if (isChosen("weight")) {
            new WeightBench(directory, report).run();
        }
        if (isChosen("growth")) {
            int most = BenchPlan.number(arguments, "rows=", GrowthBench.MOST);
            new GrowthBench(directory, report, most, BenchPlan.of(arguments).rounds()).run();
        }
        if (isChosen("odd")) {
            int rows = BenchPlan.number(arguments, "rows=", OddFilesBench.ROWS);
            new OddFilesBench(directory, report, rows, BenchPlan.of(arguments).rounds()).run();
        }
        if (isChosen("watch")) {
            int rows = BenchPlan.number(arguments, "rows=", WatchersBench.ROWS);
            int watchers = BenchPlan.number(arguments, "watchers=", WatchersBench.WATCHERS);
            new WatchersBench(directory, report, rows, watchers)
                    .run(BenchPlan.of(arguments).rounds());
        }
        if (isChosen("pages")) {
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

    private boolean isAll() {
        return arguments.contains(ALL);
    }

    private boolean isChosen(String part) {
        return isAll() || arguments.contains(part);
    }
}
