package dev.muster.bench;

import dev.muster.browser.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who is logged in and has the page Advocates open, without the browser: sends what a browser sends, and hears
 * what is pushed. It draws nothing, so two hundred of them fit beside the hub.
 */
final class Watcher implements AutoCloseable {

    /** What the browser says about itself when it opens a page. */
    private static final String INIT =
            "/?v-r=init&location=advocates&query=&v-sh=720&v-sw=1280&v-wh=720&v-ww=1280&v-bh=720&v-bw=1280"
                    + "&v-curdate=1795707966618&v-tzo=0&v-dstd=0&v-rtzo=0&v-dston=false&v-tzid=UTC&v-wn=v-0.617"
                    + "&v-td=false&v-pr=1&v-np=Linux%20x86_64&v-cs=light%20dark&v-pv=VISIBLE&v-fs=NOT_FULLSCREEN"
                    + "&v-so=landscape-primary&v-soa=0&v-tn=aura&v-ga=PROMPT&v-wla=SUPPORTED&v-ws=false";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient http;
    private final RunningApp app;
    private final Pushes pushes = new Pushes();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";
    private @Nullable WebSocket socket;

    private Watcher(HttpClient http, RunningApp app) {
        this.http = http;
        this.app = app;
    }

    /** Logs in and opens the page. */
    static Watcher open(HttpClient http, RunningApp app) throws IOException, InterruptedException {
        var watcher = new Watcher(http, app);
        watcher.logIn();
        watcher.openPage();
        return watcher;
    }

    /** Returns what was pushed so far. */
    Pushes pushes() {
        return pushes;
    }

    private void logIn() throws IOException, InterruptedException {
        readCsrf(get("/login"));
        var answer = postForm(
                "/login", "username=%s&password=%s".formatted(RunningApp.ADMIN_EMAIL, RunningApp.ADMIN_PASSWORD));
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || next.contains("login")) {
            throw new IllegalStateException("The login led to %d %s.".formatted(answer.statusCode(), next));
        }
    }

    private void openPage() throws IOException, InterruptedException {
        readCsrf(get("/advocates"));
        JsonNode page = JsonMapper.builder().build().readTree(get(INIT).body()).get("appConfig");
        int ui = page.get("v-uiId").asInt();
        socket = listen(ui, page.get("uidl").get("Vaadin-Push-ID").asString());
        String key = page.get("uidl").get("Vaadin-Security-Key").asString();
        var answer = send(request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(navigation(key))));
        if (!answer.body().contains("vaadin-grid")) {
            throw new IllegalStateException(
                    "The page did not open: %d %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private WebSocket listen(int ui, String pushId) {
        String push = ("/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-tracking-id=0"
                        + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                        + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%%20charset=UTF-8"
                        + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0")
                .formatted(ui, pushId);
        return http.newWebSocketBuilder()
                .header("Cookie", cookieHeader())
                .buildAsync(URI.create(app.url(push).replaceFirst("http", "ws")), pushes)
                .join();
    }

    private static String navigation(String key) {
        return """
            {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"/advocates",
            "query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":0,"clientId":0}\
            """.formatted(key);
    }

    private void readCsrf(HttpResponse<String> page) {
        Matcher found = CSRF.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("The page has no token: %d %s".formatted(page.statusCode(), page.body()));
        }
        csrf = found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> postForm(String path, String fields) throws IOException, InterruptedException {
        String form = "_csrf=%s&%s".formatted(csrf, fields).replace("@", "%40").replace(' ', '+');
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(app.url(path))).header("Cookie", cookieHeader());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] parts = cookie.split("[=;]", 3);
            cookies.put(parts[0], parts[1]);
        }
        return answer;
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Logs out, so that the hub forgets the page at once. */
    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
        try {
            postForm("/logout", "");
        } catch (IOException e) {
            throw new IllegalStateException("A session could not be ended.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
