package dev.muster.bench;

import dev.muster.browser.RunningApp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports files through the REST API, as a program would. */
public final class HubClient implements AutoCloseable {

    /** What {@code MUSTER_API_TOKEN} has to be. */
    public static final String TOKEN = "bench-token-that-only-this-machine-knows-0123456789";

    private static final String BOUNDARY = "----muster-bench";
    /** An answer costs the hub something, too: it is asked more seldom the longer it takes, to within two hundredths. */
    private static final int SHARE_OF_WAIT = 50;

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED", "CHECKED", "UNDONE");

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    public HubClient(RunningApp app) {
        this(app.url(""));
    }

    /** Takes the hub at {@code base}, which ends before the path. */
    HubClient(String base) {
        this.base = base;
    }

    /** Uploads and imports {@code file}, and waits for the end; returns the import as it stands then. */
    JsonNode importFile(Path file, Map<String, String> fields) throws IOException, InterruptedException {
        long start = System.nanoTime();
        return untilItIs(ENDED, upload(file, fields), start);
    }

    /** Uploads {@code file}, whose import goes on by itself; returns the path of the import. */
    public String upload(Path file, Map<String, String> fields) throws IOException, InterruptedException {
        return upload(file, fields, "");
    }

    /** Does the same; {@code key}, where it is not empty, makes sure that the request is done once however often it comes. */
    public String upload(Path file, Map<String, String> fields, String key) throws IOException, InterruptedException {
        var before = new StringBuilder();
        fields.forEach((name, value) -> before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(BOUNDARY, file.getFileName()));
        var request = request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before.toString()),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY))));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("The hub answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** Makes a custom profile field for texts. */
    public void createField(String name) throws IOException, InterruptedException {
        var answer = http.send(
                request("/api/v1/fields")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"%s\"}".formatted(name)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("The hub answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    /** Takes the import back, and waits for the end. */
    JsonNode undo(long id) throws IOException, InterruptedException {
        var answer = http.send(
                request("/api/v1/imports/%d/undo".formatted(id))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("The hub answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return untilItIs(Set.of("UNDONE"), "/api/v1/imports/" + id, System.nanoTime());
    }

    private JsonNode untilItIs(Set<String> states, String path, long start) throws IOException, InterruptedException {
        JsonNode last = get(path);
        while (!states.contains(last.get("state").asString())) {
            long waited = System.nanoTime() - start;
            TimeUnit.NANOSECONDS.sleep(Math.clamp(waited / SHARE_OF_WAIT, SHORTEST_PAUSE, LONGEST_PAUSE));
            last = get(path);
        }
        return last;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(text(path));
    }

    /** Returns what the hub answers, whatever it is. */
    public String text(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    /** Sends a request with a JSON document, which may be empty; returns the status. */
    public int send(String method, String path, String document) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, document.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(document));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** Sends an empty request and returns the document that is answered. */
    public JsonNode post(String path) throws IOException, InterruptedException {
        return json.readTree(
                http.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString())
                        .body());
    }

    /** Takes in all that the hub answers, and returns how many bytes that were. */
    long download(String path, String type) throws IOException, InterruptedException {
        var answer = http.send(request(path).header("Accept", type).build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            long bytes = body.transferTo(OutputStream.nullOutputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The hub answered %d.".formatted(answer.statusCode()));
            }
            return bytes;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + TOKEN);
    }

    @Override
    public void close() {
        http.close();
    }
}
