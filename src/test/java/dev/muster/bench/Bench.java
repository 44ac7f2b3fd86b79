package dev.muster.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures Muster against what its databases can do at best, and against the way tutorials show, all in one run and in
 * turns, so that a noisy machine spoils none of them alone. Prints a table and writes it as {@code target/bench.json} and
 * {@code target/bench.md}; with {@code readme} also between the marks in the README.
 *
 * <p>Arguments: {@code rows=100000} the largest file, {@code rounds=3} how often each is measured, {@code mariadb} or
 * {@code h2} for one database alone. In place of the imports: {@code pages} the lists of 10,000 and of
 * {@code members=1000000}, with the hub at work and the export ({@code only=} those whose name has this in it, or
 * {@code busy} or {@code export}), {@code start} the time to the first page, {@code weight} what it weighs,
 * {@code growth} the picture of time and heap by rows, {@code odd} files that are odd, {@code watch} an import with 200
 * sessions that watch it. {@code all} is everything.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var plan = BenchPlan.of(List.of(arguments));
        Path directory = Files.createTempDirectory("muster-bench");
        var report = new BenchReport();
        List<String> parts = List.of(arguments);
        boolean isAll = parts.contains(BenchParts.ALL);
        if (isAll || !BenchParts.areChosen(parts)) {
            imports(plan, directory, report);
        }
        if (isAll || BenchParts.areChosen(parts)) {
            new BenchParts(directory, report, parts).run();
        }
        report.print(System.out);
        report.write(Path.of("target", "bench.json"));
        String table = report.markdown(Machine.here().inWords());
        Files.writeString(Path.of("target", "bench.md"), table);
        if (parts.contains("readme")) {
            BenchTable.write(Path.of("README.md"), table);
        }
    }

    private static void imports(BenchPlan plan, Path directory, BenchReport report) throws Exception {
        if (plan.withMariaDb()) {
            new MariaDbBench(plan, directory, report).run();
        }
        if (plan.withH2()) {
            new H2Bench(plan, directory, report).run();
        }
    }
}
