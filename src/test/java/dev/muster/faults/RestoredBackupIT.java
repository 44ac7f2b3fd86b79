package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.browser.AdminPages;
import dev.muster.browser.Chromium;
import dev.muster.testing.MariaDbServer;
import dev.muster.testing.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Yesterday's backup, taken and put back as the manual says: everything of then is there, and nobody is mailed again. */
class RestoredBackupIT {

    private static final int PEOPLE = 20;
    private static final Pattern LINK = Pattern.compile("http://hub\\.example(/join/\\S+)");
    private static final List<String> SENDERS = List.of("open-invitations", "send-mail");

    @TempDir
    Path directory;

    @Test
    void mailsNobodyByItselfOnH2() throws Exception {
        Path data = directory.resolve("node/data");
        Path backup = directory.resolve("backup");
        int port = Hub.freePort();
        try (Hub hub = Hub.on(Hub.Database.H2, directory)) {
            hub.withShortLease()
                    .mailingTo(port)
                    .set("MUSTER_MAIL_PER_SECOND", "200")
                    .set("MUSTER_MAIL_LEASE", "5s");
            try (Node node = hub.start()) {
                promiseInvitations(node);
            }
            copy(data, backup);
            try (var box = new MailBox(port)) {
                mailIsDue(hub);
                Links links;
                try (Node node = hub.start()) {
                    links = inviteOneMoreAndAwaitAll(node, box);
                }
                remove(data);
                copy(backup, data);
                isOfYesterday(hub);
                try (Node node = hub.start()) {
                    seesWhatWasThereAndMailsNobody(node, box, links);
                }
            }
        }
        FaultReport.add(
                "F35 yesterday's backup restored",
                "H2",
                "data directory copied while stopped and put back, %d letters on their way in it".formatted(PEOPLE + 1),
                0,
                "members there, no letter by itself, later link unknown");
    }

    @Test
    void mailsNobodyByItselfOnMariaDb() throws Exception {
        MariaDbServer server = Hub.Server.shared();
        String url = server.freshDatabase();
        String restored = server.freshDatabase();
        Path backup = directory.resolve("muster.sql");
        int port = Hub.freePort();
        try (Hub hub = Hub.onMariaDb(directory, url);
                Hub later = Hub.onMariaDb(directory, restored)) {
            hub.withShortLease()
                    .mailingTo(port)
                    .set("MUSTER_MAIL_PER_SECOND", "200")
                    .set("MUSTER_MAIL_LEASE", "5s");
            later.withShortLease()
                    .mailingTo(port)
                    .set("MUSTER_MAIL_PER_SECOND", "200")
                    .set("MUSTER_MAIL_LEASE", "5s");
            Node node = hub.start();
            promiseInvitations(node);
            server.dump(name(url), backup);
            try (var box = new MailBox(port)) {
                mailIsDue(hub);
                Links links = inviteOneMoreAndAwaitAll(node, box);
                node.close();

                server.restore(backup, name(restored));
                isOfYesterday(later);
                try (Node next = later.start("later")) {
                    seesWhatWasThereAndMailsNobody(next, box, links);
                    invitesAgain(next, later, box);
                }
            }
        }
        FaultReport.add(
                "F35 yesterday's backup restored",
                "MARIADB",
                "mariadb-dump --single-transaction and mariadb, %d letters on their way in it".formatted(PEOPLE + 1),
                0,
                "members there, no letter by itself, later link unknown; older letters cancelled, invited again: its link works");
    }

    /** Links in letters that arrived. */
    private record Links(String inBackup, String afterBackup) {}

    /** Invites people while the mail server is away. */
    private void promiseInvitations(Node node) throws Exception {
        invite(node, 0, PEOPLE);
        awaitMeter(node, "muster_mail\\{state=\"queued\"\\} " + (PEOPLE + 1) + "\\.0");
    }

    private Links inviteOneMoreAndAwaitAll(Node node, MailBox box) throws Exception {
        invite(node, PEOPLE, 1);
        box.await(PEOPLE + 3, 120);
        assertThat(box.count()).as("letters, two summaries among them").isEqualTo(PEOPLE + 3);
        return new Links(link(box.letters(), false), link(box.letters(), true));
    }

    /** Has the next try due at once, also of a letter that a process had claimed when it ended, instead of waiting. */
    private static void mailIsDue(Hub hub) throws SQLException {
        try (Connection database = hub.connect()) {
            new Probe(database).bringMailForward();
        }
    }

    /** The copy is of yesterday, and so are the last sign of life in it, and what was due then. */
    private static void isOfYesterday(Hub hub) throws SQLException {
        mailIsDue(hub);
        try (Connection database = hub.connect()) {
            var probe = new Probe(database);
            probe.change("UPDATE setting SET content = '%s' WHERE name = 'heartbeat'"
                    .formatted(Instant.now().minus(Duration.ofDays(1))));
            for (String job : SENDERS) {
                probe.change("UPDATE scheduled_tasks SET execution_time = '2026-01-01' WHERE task_name = '%s'"
                        .formatted(job));
            }
        }
    }

    private static void seesWhatWasThereAndMailsNobody(Node node, MailBox box, Links links) throws Exception {
        int before = PEOPLE + 3;
        awaitMeter(node, "muster_mail_stopped 1\\.0");
        for (String job : SENDERS) {
            awaitMeter(node, "dbscheduler_task_completions_total\\{[^}]*task=\"%s\"[^}]*\\} [1-9].*".formatted(job));
        }

        assertThat(box.count()).as("letters since").isEqualTo(before);
        assertThat(node.client().get("/api/v1/advocates?limit=100&status=all").toString())
                .contains(Sample.address(0))
                .doesNotContain(Sample.address(PEOPLE));
        assertThat(node.client().text(links.inBackup())).contains("@example.com");
        assertThat(node.client().text(links.afterBackup()))
                .contains("We do not know this link")
                .doesNotContain("@example.com");
    }

    /** As an administrator does it: cancels what was on its way, and sends one person a new invitation. */
    private static void invitesAgain(Node node, Hub hub, MailBox box) throws Exception {
        int before = box.count();
        try (var chromium = Chromium.launch();
                Connection database = hub.connect()) {
            Page page = chromium.browser().newPage();
            var admin = new AdminPages(node.app(), page);
            admin.logIn();
            admin.open("/outbox");
            press(page, "Cancel %d older mails".formatted(PEOPLE + 1));
            page.getByText("from before the standstill?").waitFor();
            press(page, "older mails");
            page.getByText("%d mails cancelled".formatted(PEOPLE + 1)).waitFor();
            press(page, "Resume sending");
            page.getByText("Mail goes out again").waitFor();
            admin.open("/advocates/"
                    + new Probe(database)
                            .number("SELECT id FROM member WHERE email_key = '%s'".formatted(Sample.address(0))));
            press(page, "NOT JOINED");
            press(page, "Send again through the hub");
            page.getByText("Invitation queued").first().waitFor();
            box.await(before + 1, 180);

            assertThat(box.count()).as("letters").isEqualTo(before + 1);
            int open = 0;
            for (Received letter : box.letters()) {
                Matcher link = LINK.matcher(letter.text());
                if (letter.to().equals(Sample.address(0)) && link.find()) {
                    open += node.client().text(link.group(1)).contains(letter.to()) ? 1 : 0;
                }
            }
            assertThat(open)
                    .as("links of the first person that work: the new one alone")
                    .isEqualTo(1);
        }
    }

    private static void press(Page page, String button) {
        page.locator("vaadin-button:visible")
                .filter(new Locator.FilterOptions().setHasText(button))
                .last()
                .click();
    }

    private void invite(Node node, int first, int people) throws Exception {
        Path file = Sample.people(directory, "people-%d.csv".formatted(first), first, people, first);
        String path = node.client().upload(file, Map.of("invite", "true"));
        assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
    }

    private static String link(List<Received> letters, boolean ofTheLast) {
        for (Received letter : letters) {
            Matcher link = LINK.matcher(letter.text());
            if (link.find() && letter.to().equals(Sample.address(PEOPLE)) == ofTheLast) {
                return link.group(1);
            }
        }
        throw new AssertionError("No such letter arrived.");
    }

    /** Waits until a line of what Prometheus reads is as {@code line} says. */
    private static void awaitMeter(Node node, String line) throws Exception {
        Pattern meter = Pattern.compile("^" + line + "$", Pattern.MULTILINE);
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!meter.matcher(node.client().text("/actuator/prometheus")).find()) {
            assertThat(System.nanoTime()).as(line).isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
