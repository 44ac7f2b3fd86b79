package dev.muster.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures Muster against what its databases can do at best, and against the way tutorials show, all in one run and in
 * turns, so that a noisy machine spoils none of them alone. Prints a table and writes {@code target/bench.json}.
 *
 * <p>Arguments: {@code rows=100000} the largest file, {@code rounds=3} how often each is measured, {@code mariadb} or
 * {@code h2} for one database alone.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var plan = BenchPlan.of(List.of(arguments));
        Path directory = Files.createTempDirectory("muster-bench");
        var report = new BenchReport();
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
