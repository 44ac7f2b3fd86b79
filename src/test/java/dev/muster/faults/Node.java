package dev.muster.faults;

import dev.muster.bench.HubClient;
import dev.muster.browser.RunningApp;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One process of the hub, and a client of it. */
final class Node implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final RunningApp app;
    private final HubClient client;

    Node(RunningApp app) {
        this.app = app;
        this.client = new HubClient(app);
    }

    RunningApp app() {
        return app;
    }

    HubClient client() {
        return client;
    }

    /** Waits until so many rows of the import are written; returns whether it is still running. */
    boolean awaitRows(String path, long rows) throws IOException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (System.nanoTime() < limit) {
            JsonNode run = client.get(path);
            if (hasEnded(run)) {
                return false;
            }
            if (run.get("processed").asLong() >= rows) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("%s did not come to row %d within 5 minutes: %s%n%s"
                .formatted(path, rows, client.get(path), app.log()));
    }

    /** Waits until the import has ended, and returns it; a hub that does not answer for a while is asked again. */
    JsonNode awaitEnd(String path) throws IOException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        String last = "no answer";
        while (System.nanoTime() < limit) {
            try {
                JsonNode run = client.get(path);
                last = run.toString();
                if (run.has("state") && hasEnded(run)) {
                    return run;
                }
            } catch (IOException | JacksonException e) {
                last = e.toString();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("%s did not end within 5 minutes: %s%n%s".formatted(path, last, app.log()));
    }

    static boolean hasEnded(JsonNode run) {
        return switch (run.get("state").asString()) {
            case "COMPLETED", "FAILED", "CANCELLED", "UNDONE" -> true;
            default -> false;
        };
    }

    boolean isAlive() {
        return app.isAlive();
    }

    /** Ends the process at once, as a power cut would. */
    void kill() throws InterruptedException {
        client.close();
        app.kill();
    }

    /** Ends the process without waiting for it, if it is still there. */
    void abandon() {
        ProcessHandle.of(app.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Sends the process a signal, such as {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(app.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -%s %d ended with %d.".formatted(name, app.pid(), exit));
        }
    }

    /** Waits for the end of a process that was asked to end. */
    void awaitExit() throws InterruptedException {
        client.close();
        app.awaitExit();
    }

    /** Asks the process to end, as a service manager would, and waits for it. */
    @Override
    public void close() {
        client.close();
        app.close();
    }
}
