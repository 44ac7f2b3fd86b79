package dev.muster.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The production jar as a process of its own, on a free port of this machine, with an empty data directory and an
 * administrator. Closing it ends the process.
 */
public final class RunningApp implements AutoCloseable {

    public static final String ADMIN_EMAIL = "mara.lindqvist@lumenworks.example";
    public static final String ADMIN_PASSWORD = "correct horse battery";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Path log;

    private RunningApp(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the jar and waits until it is ready.
     *
     * @param directory where it keeps its data and its log; what an earlier process left there is taken up
     * @param environment settings on top of the administrator's
     * @param jvmOptions such as {@code -Xmx512m}
     * @throws IllegalStateException where it does not become ready within four minutes; the message ends with its log
     */
    public static RunningApp start(Path directory, Map<String, String> environment, List<String> jvmOptions)
            throws IOException, InterruptedException {
        return start(jar(), directory, environment, jvmOptions);
    }

    /** Starts {@code jar}, which is the production jar, or what was unpacked from it. */
    public static RunningApp start(Path jar, Path directory, Map<String, String> environment, List<String> jvmOptions)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = directory.resolve("muster.log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "MUSTER_DATA",
                        directory.resolve("data").toString(),
                        "MUSTER_BASE_URL",
                        "http://127.0.0.1:" + port,
                        "MUSTER_ADMIN_NAME",
                        "Mara Lindqvist",
                        "MUSTER_ADMIN_EMAIL",
                        ADMIN_EMAIL,
                        "MUSTER_ADMIN_PASSWORD",
                        ADMIN_PASSWORD));
        builder.environment().putAll(environment);
        var app = new RunningApp(builder.start(), port, log);
        app.awaitReady();
        return app;
    }

    /** Returns the address of {@code path}, which starts with a slash. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Returns what the application has logged so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Returns the id of the process. */
    public long pid() {
        return process.pid();
    }

    /** Tells whether the process is still there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Process %d outlived its kill by 30 seconds.".formatted(pid()));
        }
    }

    /** Waits for the end of the process, which somebody has asked for. */
    public void awaitExit() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Process %d did not end within a minute.".formatted(pid()));
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        var readiness = HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness")))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant limit = Instant.now().plus(START_LIMIT);
        try (var client = HttpClient.newHttpClient()) {
            while (process.isAlive() && Instant.now().isBefore(limit)) {
                try {
                    if (client.send(readiness, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notListeningYet) {
                    // asked again below
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        String said = log();
        if (!process.isAlive()) {
            throw new IllegalStateException("Muster ended with %d instead of becoming ready. Its log:%n%s"
                    .formatted(process.exitValue(), said));
        }
        close();
        throw new IllegalStateException(
                "Muster did not become ready within %s. Its log:%n%s".formatted(START_LIMIT, said));
    }

    /** Returns the production jar. */
    public static Path jar() {
        Path jar = Path.of(System.getProperty("muster.jar", "target/muster.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no %s: build it with ./mvnw package.".formatted(jar));
        }
        return jar;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
