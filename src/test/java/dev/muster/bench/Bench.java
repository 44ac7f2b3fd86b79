package dev.muster.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures Muster against what its databases can do at best, and against the way tutorials show, all in one run and in
 * turns, so that a noisy machine spoils none of them alone. Prints a table and writes {@code target/bench.json}.
 *
 * <p>Arguments: {@code rows=100000} the largest file, {@code rounds=3} how often each is measured, {@code mariadb} or
 * {@code h2} for one database alone; {@code pages} the lists of 10,000 and of {@code members=1000000}, and {@code start}
 * the time to the first page, in place of the imports.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var plan = BenchPlan.of(List.of(arguments));
        Path directory = Files.createTempDirectory("muster-bench");
        var report = new BenchReport();
        List<String> parts = List.of(arguments);
        if (BenchParts.areChosen(parts)) {
            new BenchParts(directory, report, parts).run();
            report.print(System.out);
            report.write(Path.of("target", "bench.json"));
            return;
        }
        if (plan.withMariaDb()) {
            new MariaDbBench(plan, directory, report).run();
        }
        if (plan.withH2()) {
            new H2Bench(plan, directory, report).run();
        }
        report.print(System.out);
        report.write(Path.of("target", "bench.json"));
    }
}
