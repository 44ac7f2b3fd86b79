package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.browser.AdminPages;
import dev.muster.browser.Chromium;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An import, and people who archive, delete, edit and join the same members, and delete what it writes into. */
class ChangedMeanwhileIT {

    private static final int PEOPLE = Dose.of(1_000, 12_000);
    private static final int CHANGED = Dose.of(40, 1_600);
    private static final int EACH = CHANGED / 8;

    /** One in so many rows is changed, from the first to the last: the changes go along with the import. */
    private static final int APART = PEOPLE / CHANGED;

    private static final int MOST_TRIES = 8;
    private static final String MEMBERS = "SELECT COUNT(*) FROM member";

    @TempDir
    Path directory;

    @Test
    void everyRowHasOneOutcomeAndNobodysChangeIsLost() throws Exception {
        try (Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                var database = hub.connect();
                var chromium = Chromium.launch()) {
            hub.inChunksOf(2).withShortLease().mailingToNobody();
            var probe = new Probe(database);
            try (Node node = hub.start()) {
                node.client().createField("Region");
                String first = node.client().upload(file("A", "North"), Map.of("groups", "Gone"));
                assertThat(node.awaitEnd(first).get("state").asString()).isEqualTo("COMPLETED");
                int during = changesPeople(node, probe);
                deletesAGroup(node, chromium);
                deletesAField(node, probe, chromium);
                FaultReport.add(
                        "F26, F28 people archived, deleted, edited and joining during an import of them",
                        "MARIADB",
                        "%d each by the REST API and the join page, import at row %,d of %,d then"
                                .formatted(EACH, during, PEOPLE),
                        0,
                        "I1, I2: every row one outcome, every change kept, joined once, memberships right");
            }
        }
        FaultReport.add(
                "F27 group and field deleted during an import into them",
                "MARIADB",
                "once each, on their pages in Chromium",
                0,
                "the group: failed, and says which; the field: went on"
                        + (Dose.isLong() ? ", no value left behind" : ""));
    }

    private int changesPeople(Node node, Probe probe) throws Exception {
        String[] links = new String[CHANGED];
        for (int i = 2; i < CHANGED; i += 8) {
            JsonNode invitation = node.client().post(advocate(probe, i * APART) + "/invitation");
            links[i] = URI.create(invitation.get("link").asString()).getPath();
        }
        String path = node.client().upload(file("B", "South"), Map.of());
        assertThat(node.awaitRows(path, 1)).isTrue();
        for (int i = 0; i < CHANGED; i++) {
            switch (i % 8) {
                case 0 -> send(node, "PATCH", advocate(probe, i * APART), "{\"archived\": true}", 200);
                case 1 -> send(node, "DELETE", advocate(probe, i * APART), "", 204);
                case 2 -> join(node, links[i]);
                case 3 -> send(node, "PATCH", advocate(probe, i * APART), "{\"title\": \"Edited\"}", 200);
                default -> {
                    // as the import leaves them
                }
            }
        }
        int during = node.client().get(path).get("processed").asInt();
        JsonNode done = node.awaitEnd(path);

        assertThat(done.get("state").asString()).isEqualTo("COMPLETED");
        String run = " FROM import_run WHERE id = " + Sample.id(path);
        assertThat(probe.number("SELECT created + updated + unchanged + rejected" + run))
                .isEqualTo(PEOPLE);
        assertThat(probe.number("SELECT SUM(row_count) FROM import_chunk WHERE import_id = " + Sample.id(path)))
                .isEqualTo(PEOPLE);
        assertThat(probe.number("SELECT created" + run))
                .as("nobody who was deleted comes back")
                .isZero();
        assertThat(probe.number(MEMBERS)).isEqualTo(PEOPLE - EACH);
        assertThat(probe.number(MEMBERS + " WHERE archived_at IS NOT NULL")).isEqualTo(EACH);
        assertThat(probe.number(MEMBERS + " WHERE joined_at IS NOT NULL")).isEqualTo(EACH);
        assertThat(probe.number(MEMBERS + " WHERE title = 'Edited'")).isEqualTo(EACH);
        assertThat(probe.number(MEMBERS + " WHERE salesforce_id = 'B'"))
                .as("imported")
                .isEqualTo(PEOPLE - EACH);
        assertThat(probe.number("SELECT COUNT(*) FROM membership s JOIN member m ON m.id = s.member_id"
                        + " WHERE (m.joined_at IS NULL) <> (s.effective_at IS NULL)"))
                .as("memberships in force of those who have not joined, and pending ones of those who have")
                .isZero();
        return during;
    }

    private void deletesAGroup(Node node, Chromium chromium) throws Exception {
        Page page = onPage(node, chromium, "/groups", "Gone");
        String path = node.client().upload(file("C", "West"), Map.of("groups", "Gone"));
        assertThat(node.awaitRows(path, 1)).isTrue();
        confirm(page);
        assertThat(node.awaitEnd(path).toString()).contains("FAILED").contains("The group Gone no longer exists.");
    }

    private void deletesAField(Node node, Probe probe, Chromium chromium) throws Exception {
        Page page = onPage(node, chromium, "/profile-fields", "Region");
        String path = node.client().upload(file("D", "Uppermost"), Map.of());
        assertThat(node.awaitRows(path, 1)).isTrue();
        confirm(page);
        assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
        assertThat(probe.number(MEMBERS + " WHERE salesforce_id = 'D'")).isEqualTo(PEOPLE - EACH);
        if (Dose.isLong()) { // what the import wrote after the first sweep is found by the next, a minute later
            probe.await(
                    "values of nothing", MEMBERS + " WHERE field_values LIKE '%Uppermost%'", left -> left == 0, 150);
        }
    }

    /** Opens the question whether to delete {@code name}; it stays open. */
    private static Page onPage(Node node, Chromium chromium, String path, String name) {
        Page page = chromium.browser().newContext().newPage();
        var admin = new AdminPages(node.app(), page);
        admin.logIn();
        admin.open(path);
        page.locator("vaadin-grid").getByText(name).first().click();
        admin.button("Delete").click();
        page.getByText(name + "?").first().waitFor();
        return page;
    }

    private static void confirm(Page page) {
        page.locator("vaadin-confirm-dialog vaadin-button, vaadin-dialog vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Delete"))
                .last()
                .click();
    }

    private static String advocate(Probe probe, int person) throws Exception {
        return "/api/v1/advocates/"
                + probe.number("SELECT id FROM member WHERE email_key = '%s'".formatted(Sample.address(person)));
    }

    /** Sends it again where somebody else changed the same member at that moment, as the answer asks to. */
    private static void send(Node node, String method, String path, String document, int expected)
            throws IOException, InterruptedException {
        int status = node.client().send(method, path, document);
        for (int tries = 1; status == 409 && tries < MOST_TRIES; tries++) {
            status = node.client().send(method, path, document);
        }
        assertThat(status).as("%s %s", method, path).isEqualTo(expected);
    }

    private static void join(Node node, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(node.app().url(path)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("name=Joined&password=a+long+enough+password"))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .as("joining")
                    .isLessThan(400);
        }
    }

    private Path file(String salesforceId, String region) throws IOException {
        return Files.writeString(
                directory.resolve(salesforceId + ".csv"),
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> "Person %d,%s,%s,%s".formatted(i, Sample.address(i), salesforceId, region))
                        .collect(Collectors.joining("\n", "Name,Email,Salesforce ID,Region\n", "\n")));
    }
}
