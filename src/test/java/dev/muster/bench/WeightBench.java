package dev.muster.bench;

import dev.muster.browser.Chromium;
import dev.muster.browser.RunningApp;
import empty.EmptyApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the first page weighs in a browser with an empty cache, beside Vaadin's own empty application. */
final class WeightBench {

    private static final double GATE = 1.1;
    private static final int SHOWN = 12;

    private final Path directory;
    private final BenchReport report;

    WeightBench(Path directory, BenchReport report) {
        this.directory = directory;
        this.report = report;
    }

    void run() throws Exception {
        try (var chromium = Chromium.launch();
                var app = RunningApp.start(directory, Map.of(), List.of("-Xmx256m"));
                var empty = EmptyApplication.start()) {
            String emptyUrl =
                    "http://127.0.0.1:%s/empty".formatted(empty.getEnvironment().getProperty("local.server.port"));
            long least;
            try (var weight = new PageWeight(chromium.browser())) {
                weight.open(emptyUrl, "h1");
                least = weight.bytes();
                note("Vaadin's empty application", weight);
            }
            try (var weight = new PageWeight(chromium.browser())) {
                weight.open(app.url("/login"), "vaadin-login-form, vaadin-password-field, input[type=password]");
                double ratio = (double) weight.bytes() / least;
                note("the login page", weight);
                report.note(
                        "weight of the first page, times that of the empty application",
                        "%.2f (at most %.1f%s)".formatted(ratio, GATE, ratio > GATE ? ", MISSED" : ""));
                logIn(weight);
                note("the login page and Advocates after it", weight);
            }
        }
    }

    private void logIn(PageWeight weight) {
        var page = weight.page();
        page.locator("input[name=username], input[type=email]").first().fill(RunningApp.ADMIN_EMAIL);
        page.locator("input[type=password]").first().fill(RunningApp.ADMIN_PASSWORD);
        page.locator("input[type=password]").first().press("Enter");
        weight.settle("vaadin-side-nav");
    }

    private void note(String name, PageWeight weight) {
        String said = "%,d bytes in %d requests".formatted(weight.bytes(), weight.requests());
        report.note("weight of " + name, said);
        System.out.printf("  %s: %s%n%s", name, said, weight.heaviest(SHOWN));
    }
}
