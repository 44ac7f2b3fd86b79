package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.browser.AdminPages;
import dev.muster.browser.Chromium;
import dev.muster.testing.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two administrators who send invitations again to the same five hundred, one of them twice. */
class InvitedTwiceIT {

    private static final int PEOPLE = 500;
    private static final String INVITED = "/invite-list?invited=invited";
    private static final String WAITING = "SELECT (SELECT COUNT(*) FROM mail WHERE state <> 'SENT')"
            + " + (SELECT COUNT(*) FROM invitation WHERE state = 'QUEUED')";

    private static final String SENDS = "SELECT COUNT(*) FROM audit_entry WHERE action = 'invitation.send'";
    private static final String NONE = "No invitation queued";

    @TempDir
    Path directory;

    @Test
    void everybodyGetsOneLetterOfIt() throws Exception {
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                var database = hub.connect();
                var chromium = Chromium.launch()) {
            hub.mailingTo(box).set("MUSTER_MAIL_PER_SECOND", "500");
            var probe = new Probe(database);
            try (Node node = hub.start()) {
                String path = node.client()
                        .upload(Sample.people(directory, "people.csv", 0, PEOPLE, 1), Map.of("invite", "true"));
                assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
                probe.await("letters on their way", WAITING, waiting -> waiting == 0, 60);
                probe.change("UPDATE member SET last_invited_at = '2026-01-01'");
                probe.change("UPDATE invitation SET created_at = '2026-01-01'");

                Page here = chromium.browser().newContext().newPage();
                Page there = chromium.browser().newContext().newPage();
                Page elsewhere = chromium.browser().newContext().newPage();
                for (Page page : List.of(here, there, elsewhere)) {
                    var admin = new AdminPages(node.app(), page);
                    admin.logIn();
                    admin.open(INVITED);
                    chooseAll(page);
                }
                Clicks.atOnce("Send", here, here, there);
                probe.await("both are through", SENDS, sends -> sends == 2, 60);
                probe.await("letters on their way", WAITING, waiting -> waiting == 0, 60);
                button(elsewhere, "Send").click();
                elsewhere.getByText(NONE).waitFor();
                here.reload();
                chooseAll(here);
                here.getByText("Not mailed: %d invited in the last ten minutes".formatted(PEOPLE))
                        .waitFor();
                assertThat(button(here, "Send").isEnabled()).isFalse();
                probe.await("letters on their way", WAITING, waiting -> waiting == 0, 60);
            }
            Map<String, Long> letters = box.letters().stream()
                    .filter(letter -> letter.text().contains("/join/"))
                    .collect(Collectors.groupingBy(Received::to, Collectors.counting()));
            assertThat(letters).hasSize(PEOPLE);
            assertThat(letters.values())
                    .as("the first invitation, and one more")
                    .allMatch(count -> count == 2);
            assertThat(probe.number("SELECT COUNT(*) FROM invitation")).isEqualTo(2L * PEOPLE);
        }
        FaultReport.add(
                "F36 invitations sent again, twice",
                "MARIADB",
                "double click in one window, at the same moment in another; then in a third, then again; %d contacts, in Chromium"
                        .formatted(PEOPLE),
                0,
                "one more letter each");
    }

    private static void chooseAll(Page page) {
        page.locator(".select-row input").first().check();
        button(page, "Select all %d that match".formatted(PEOPLE)).click();
        button(page, "Invite/Upgrade").click();
        button(page, "Send").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.locator("vaadin-button:visible")
                .filter(new Locator.FilterOptions().setHasText(name))
                .last();
    }
}
