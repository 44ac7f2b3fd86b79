package dev.muster.bench;

import dev.muster.browser.RunningApp;
import java.nio.file.Files;
import java.nio.file.Path;

/** The export of all members through the REST API, from a hub of few and from one of many, on a small heap. */
final class ExportBench {

    private static final String NAME = "export of all members";
    private static final String LIST = "/api/v1/advocates";
    private static final long HEAP_GROWTH = 64;

    private final Path directory;
    private final BenchReport report;

    ExportBench(Path directory, BenchReport report) {
        this.directory = directory;
        this.report = report;
    }

    void run(String few, int fewMembers, String many, int manyMembers) throws Exception {
        export(few, fewMembers);
        export(many, manyMembers);
        report.heapGrowth(
                "heap that an export holds, %,d above %,d".formatted(manyMembers, fewMembers),
                NAME,
                manyMembers,
                fewMembers,
                HEAP_GROWTH);
    }

    private void export(String url, int members) throws Exception {
        Path place = Files.createTempDirectory(directory, "export");
        try (var app = RunningApp.start(place, OddFilesBench.environment(url), MusterRuns.JVM);
                var hub = new HubClient(app)) {
            long start = System.nanoTime();
            long bytes = hub.download(LIST, "text/csv");
            report.add(NAME, members, (System.nanoTime() - start) / 1e9);
            report.note("%s, %,d".formatted(NAME, members), "%,d bytes".formatted(bytes));
            report.addHeap(NAME, members, GcLog.of(app.pid()).heldDuring(() -> hub.download(LIST, "text/csv")));
        }
    }
}
