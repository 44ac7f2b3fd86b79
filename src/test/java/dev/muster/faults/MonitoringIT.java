package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bench.HubClient;
import dev.muster.testing.MariaDbServer;
import dev.muster.testing.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What whoever operates the hub sees of it: health, meters and log, also while its database is away. */
class MonitoringIT {

    private static final int ROWS = 2_000;
    private static final int INVITED = 20;
    private static final int SCRAPE_LIMIT_MILLIS = 10_000;
    private static final Pattern LINK = Pattern.compile("/join/([A-Za-z0-9_-]{20,})");
    private static final Pattern METER = Pattern.compile("\\b((?:muster|dbscheduler|hikaricp|jvm|http)_\\w+)");

    @TempDir
    Path directory;

    @Test
    void tellsThatTheDatabaseIsAwayAndNothingThatIsSecret() throws Exception {
        int away = Dose.of(5, 600);
        long lines;
        MariaDbServer server = Hub.Server.shared();
        String url = server.freshDatabase();
        try (var box = new MailBox();
                var proxy = new TcpProxy(server.port());
                Hub hub = Hub.onMariaDb(directory, url)) {
            hub.set("SPRING_DATASOURCE_URL", url.replace(":" + server.port() + "/", ":" + proxy.port() + "/"))
                    .set("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "2000")
                    .set("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs")
                    .inChunksOf(8)
                    .withShortLease()
                    .mailingTo(box);
            try (Node node = hub.start()) {
                Set<String> secrets = secretsOfInvitations(node, box);
                secrets.add(HubClient.TOKEN);
                assertThat(meters(node)).containsAll(metersOfDashboard());

                String path = node.client().upload(Sample.people(directory, "many.csv", 100, ROWS, 1), Map.of());
                assertThat(node.awaitRows(path, ROWS / 4)).isTrue();
                long linesBefore = node.app().log().lines().count();
                proxy.cut();
                awaitHealth(node, "readiness", 503);
                assertThat(status(node, "/actuator/health/liveness")).isEqualTo(200);
                TimeUnit.SECONDS.sleep(away);
                assertThat(status(node, "/actuator/health/readiness")).isEqualTo(503);
                assertThat(status(node, "/actuator/health/liveness")).isEqualTo(200);
                answersAlsoWithoutADatabase(node);
                lines = node.app().log().lines().count() - linesBefore;
                assertThat(lines).as("lines of log").isLessThan(60 + away);
                proxy.heal();
                awaitHealth(node, "readiness", 200);
                assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");

                String log = node.app().log();
                assertThat(secrets).hasSize(INVITED + 1).noneMatch(log::contains);
                assertThat(jsonLines(log)).isGreaterThan(10);
            }
        }
        FaultReport.add(
                "F8 database away",
                "MARIADB",
                "for %d s during an import of %,d rows".formatted(away, ROWS),
                0,
                "readiness down, liveness up, metrics and API answer 503 at once, %d lines of log, went on by itself; no token in the log"
                        .formatted(lines));
    }

    /** Whoever scrapes gives up after ten seconds. */
    private static void answersAlsoWithoutADatabase(Node node) throws Exception {
        for (String path : List.of("/actuator/prometheus", "/actuator/prometheus", "/api/v1/advocates")) {
            long start = System.nanoTime();
            assertThat(node.client().text(path))
                    .contains("\"status\":503")
                    .contains("The hub cannot reach its database at the moment.");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                    .as("milliseconds of a scrape")
                    .isLessThan(SCRAPE_LIMIT_MILLIS);
        }
    }

    /** Invites people, opens their links, and returns what only they may know. */
    private Set<String> secretsOfInvitations(Node node, MailBox box) throws Exception {
        Path file = Sample.people(directory, "few.csv", 0, INVITED, 1);
        node.client().upload(file, Map.of("invite", "true"));
        box.await(INVITED + 1, 180);
        var secrets = new TreeSet<String>();
        for (Received letter : box.letters()) {
            LINK.matcher(letter.text()).results().map(link -> link.group(1)).forEach(secrets::add);
        }
        for (String token : secrets) {
            assertThat(status(node, "/join/" + token)).isEqualTo(200);
        }
        assertThat(status(node, "/actuator/prometheus")).as("without a token").isEqualTo(401);
        return secrets;
    }

    private static Set<String> meters(Node node) throws Exception {
        return node.client()
                .text("/actuator/prometheus")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> metersOfDashboard() throws IOException {
        return Files.readAllLines(Path.of("src/docs/grafana/muster.json")).stream()
                .filter(line -> line.contains("\"expr\""))
                .flatMap(line -> METER.matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static long jsonLines(String log) {
        var json = new JsonMapper();
        List<String> lines = log.lines().filter(line -> !line.startsWith("[")).toList(); // what the JVM itself says
        for (String line : lines) {
            assertThat(json.readTree(line).has("message")).as(line).isTrue();
        }
        return lines.size();
    }

    private static void awaitHealth(Node node, String probe, int status) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (status(node, "/actuator/health/" + probe) != status) {
            assertThat(System.nanoTime()).as("%s is %d", probe, status).isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static int status(Node node, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(node.app().url(path)))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
