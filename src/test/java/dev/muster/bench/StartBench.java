package dev.muster.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long it takes from the start of the process to the first page, on an empty hub, with the JVM's cache and without. */
final class StartBench {

    static final String PLAIN = "start to first page, the jar as it is";
    static final String CACHED = "start to first page, with the cache";

    private static final double GATE = 1 / 0.6;

    private final Path directory;
    private final BenchReport report;
    private final int rounds;
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    StartBench(Path directory, BenchReport report, int rounds) {
        this.directory = directory;
        this.report = report;
        this.rounds = rounds;
    }

    void run() throws IOException, InterruptedException {
        Path jar = Path.of("target", "muster.jar").toAbsolutePath();
        Path apart = directory.resolve("run");
        Path cache = apart.resolve("muster.aot");
        await(new ProcessBuilder(
                java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", apart.toString()));
        await(new ProcessBuilder(
                ".mvn/make-cache", java, apart.resolve("muster.jar").toString(), cache.toString()));
        for (int round = 0; round < rounds; round++) {
            report.add(PLAIN, 1, firstPage(List.of("-jar", jar.toString())));
            report.add(
                    CACHED,
                    1,
                    firstPage(List.of(
                            "-XX:AOTCache=" + cache,
                            "-jar",
                            apart.resolve("muster.jar").toString())));
        }
        report.ratio("start to first page, times as fast with the cache", CACHED, 1, PLAIN, 1, GATE);
    }

    private static void await(ProcessBuilder builder) throws IOException, InterruptedException {
        int code = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d.".formatted(builder.command(), code));
        }
    }

    private double firstPage(List<String> how) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(directory, "start");
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(how);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile());
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("MUSTER_DATA", data.toString());
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            awaitPage(URI.create("http://127.0.0.1:%d/login".formatted(port)), process);
            return (System.nanoTime() - start) / 1e9;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void awaitPage(URI page, Process process) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    var answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not listening yet
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException("Muster ended before its first page.");
    }
}
