package dev.muster.bench;

import dev.muster.bench.PageCases.PageCase;
import dev.muster.testing.H2Url;
import dev.muster.testing.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long the lists of members take with a hundred times as many of them. Both hubs are asked in turns, so that a noisy
 * machine spoils none of them alone.
 */
final class PagesBench {

    static final int FEW = 10_000;
    static final int MANY = 1_000_000;

    /** What {@code only=} calls the parts that are no single question. */
    private static final String BUSY = "busy";

    private static final String EXPORT = "export";

    private static final int ROUNDS = 30;
    private static final int WARM_ROUNDS = 5;
    private static final long LIMIT_NANOS = 4_000_000_000L;
    private static final double GATE = 3;

    private final Path directory;
    private final BenchReport report;
    private final int many;
    private final String only;

    /** Takes a bench that asks only those questions whose name has {@code only} in it. */
    PagesBench(Path directory, BenchReport report, int many, String only) {
        this.directory = directory;
        this.report = report;
        this.many = many;
        this.only = only;
    }

    void onMariaDb() throws Exception {
        try (MariaDbServer server = MariaDbServer.start(BenchServer.ARGUMENTS)) {
            String fewUrl = server.freshDatabase();
            String muchUrl = server.freshDatabase();
            try (var few = PagesHub.start(directory, fewUrl, MariaDbServer.USER, FEW);
                    var much = PagesHub.start(directory, muchUrl, MariaDbServer.USER, many)) {
                measure("MariaDB", few, much);
            }
            if (only.isEmpty() || only.equals(EXPORT)) {
                new ExportBench(directory, report).run(fewUrl, FEW, muchUrl, many);
            }
        }
    }

    void onH2() throws Exception {
        try (var few = PagesHub.start(directory, h2("few"), "sa", FEW);
                var much = PagesHub.start(directory, h2("many"), "sa", many)) {
            measure("H2", few, much);
        }
    }

    private String h2(String name) throws Exception {
        return H2Url.file(Files.createDirectories(directory.resolve("pages-h2").resolve(name)));
    }

    private void measure(String database, PagesHub few, PagesHub much) throws Exception {
        few.actAsAdministrator();
        much.actAsAdministrator();
        Stream.concat(PageCases.all().stream(), ResultCases.all().stream())
                .filter(each -> each.name().contains(only))
                .forEach(each -> compare(database, each, few, much));
        if (only.isEmpty() || only.equals(BUSY)) {
            new BusyPages(much, report, database).run(new BenchFiles(directory));
        }
    }

    private void compare(String database, PageCase each, PagesHub few, PagesHub much) {
        Random random = new Random(BenchPlan.SEED);
        var fewMillis = new ArrayList<Double>();
        var muchMillis = new ArrayList<Double>();
        long limit = System.nanoTime() + LIMIT_NANOS;
        for (int round = 0; round < WARM_ROUNDS; round++) {
            ask(each, few, random);
        }
        ask(each, much, random);
        for (int round = 0; round < ROUNDS && (round < 3 || System.nanoTime() < limit); round++) {
            long question = random.nextLong();
            fewMillis.add(ask(each, few, new Random(question)));
            muchMillis.add(ask(each, much, new Random(question)));
        }
        double ratio = p95(muchMillis) / p95(fewMillis);
        String said = "%8.1f ms %8.1f ms  %6.2f%s"
                .formatted(p95(fewMillis), p95(muchMillis), ratio, ratio > GATE ? "  MISSED" : "");
        System.out.printf("  %-62s %s%n", database + ", " + each.name(), said);
        report.note("p95 of %,d and %,d, %s, %s".formatted(FEW, many, database, each.name()), said);
    }

    private static double ask(PageCase each, PagesHub hub, Random random) {
        long start = System.nanoTime();
        each.question().ask(hub, random);
        return (System.nanoTime() - start) / 1e6;
    }

    static double p95(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
