package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.MisbehavingSmtpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Mail servers that misbehave, each in its way: every invitation is in the state that it should be, none goes out twice. */
@EnabledIfSystemProperty(named = "muster.faults.long", matches = "true", disabledReason = "waits for minutes")
class MailFaultsIT {

    /** A mail server that takes nothing, and what it takes to have it so. */
    private enum Away {
        DNS,
        REFUSED,
        NO_STARTTLS,
        HANG,
        CLOSING_421
    }

    private static final String TIMEOUT = "2000";

    @TempDir
    Path directory;

    @Test
    void everyInvitationIsInTheRightStateAndGoesOutOnce() throws Exception {
        List<Away> faults = Dose.isLong() ? List.of(Away.values()) : List.of(Away.REFUSED, Away.CLOSING_421);
        try (var server = new MisbehavingSmtpServer();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                Connection database = hub.connect()) {
            hub.withShortLease()
                    .set("SPRING_MAIL_PROPERTIES_MAIL_SMTP_CONNECTIONTIMEOUT", TIMEOUT)
                    .set("SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", TIMEOUT)
                    .set("MUSTER_MAIL_PER_SECOND", "200");
            int people = 0;
            for (Away fault : faults) {
                bringAbout(fault, server, hub);
                try (Node node = hub.start()) {
                    invite(node, people, 2);
                    people += 2;
                    String where = "server_reply IS NOT NULL AND state = 'QUEUED'";
                    awaitLetters(
                            database,
                            "%s: one is tried and put off".formatted(fault),
                            where,
                            1 + faults.indexOf(fault));
                    assertThat(states(database).values()).as("after %s", fault).containsOnly("QUEUED");
                    assertThat(server.taken()).isEmpty();
                }
                server.behave();
            }
            assertThat(server.heard()).as("nothing goes out unencrypted").noneMatch(line -> line.startsWith("MAIL"));

            usual(hub, server);
            int first = people;
            fail(server, "RCPT TO:" + angle(first + 1), "450 4.2.0 Not yet");
            fail(server, "RCPT TO:" + angle(first + 2), "550 5.1.1 No such user");
            fail(server, ". " + angle(first + 3), "554 5.7.1 Refused for its content");
            if (Dose.isLong()) { // after either, the hub gives the server a minute
                fail(server, ". " + angle(first + 4), MisbehavingSmtpServer.CLOSE);
                fail(server, ". " + angle(first + 5), MisbehavingSmtpServer.HANG);
            }
            String lost = Dose.isLong() ? "UNKNOWN" : "SENT";
            fail(server, ". " + angle(first + 6), MisbehavingSmtpServer.SLOWLY + "250 2.0.0 At last");
            hurry(database);
            try (Node node = hub.start()) {
                awaitLetters(database, "all that waited goes out", "purpose = 'INVITATION' AND state = 'SENT'", first);
                invite(node, first, 7);
                people += 7;
                awaitLetters(
                        database,
                        "all but the one that is put off have ended",
                        "purpose = 'INVITATION' AND state NOT IN ('QUEUED', 'SENDING')",
                        people - 1);
                assertThat(states(database))
                        .containsEntry(Sample.address(first), "SENT")
                        .containsEntry(Sample.address(first + 1), "QUEUED")
                        .containsEntry(Sample.address(first + 2), "BOUNCED")
                        .containsEntry(Sample.address(first + 3), "BOUNCED")
                        .containsEntry(Sample.address(first + 4), lost)
                        .containsEntry(Sample.address(first + 5), lost)
                        .containsEntry(Sample.address(first + 6), "SENT");

                server.behave();
                hurry(database);
                awaitLetters(database, "what was put off goes out", "state IN ('QUEUED', 'SENDING')", 0);
            }
            Map<String, String> expected = new TreeMap<>();
            for (int i = 0; i < people; i++) {
                expected.put(Sample.address(i), "SENT");
            }
            List.of(2, 3).forEach(i -> expected.put(Sample.address(first + i), "BOUNCED"));
            List.of(4, 5).forEach(i -> expected.put(Sample.address(first + i), lost));
            assertThat(states(database)).isEqualTo(expected);
            assertThat(invited(server.taken()))
                    .as("each letter that is sent was taken once, and no other")
                    .containsExactlyElementsOf(expected.entrySet().stream()
                            .filter(each -> each.getValue().equals("SENT"))
                            .map(Map.Entry::getKey)
                            .toList());
            FaultReport.add(
                    "F10-F15 mail servers that misbehave",
                    "MARIADB",
                    "%s; 450, 550 at RCPT; 554, slow%s after DATA"
                            .formatted(faults, Dose.isLong() ? ", closed, silent" : ""),
                    0,
                    "%d invitations: %s; each delivered at most once"
                            .formatted(
                                    people,
                                    expected.values().stream()
                                            .collect(Collectors.groupingBy(
                                                    state -> state, TreeMap::new, Collectors.counting()))));
        }
    }

    private static void bringAbout(Away fault, MisbehavingSmtpServer server, Hub hub) throws IOException {
        usual(hub, server);
        switch (fault) {
            case DNS -> hub.set("SPRING_MAIL_HOST", "nowhere.invalid");
            case REFUSED -> hub.mailingToNobody();
            case NO_STARTTLS -> hub.set("MUSTER_MAIL_TLS", "required");
            case HANG -> fail(server, MisbehavingSmtpServer.GREETING, MisbehavingSmtpServer.HANG);
            case CLOSING_421 -> fail(server, MisbehavingSmtpServer.GREETING, "421 4.3.2 Down for maintenance");
        }
    }

    private static void usual(Hub hub, MisbehavingSmtpServer server) {
        hub.set("SPRING_MAIL_HOST", "127.0.0.1")
                .set("SPRING_MAIL_PORT", Integer.toString(server.port()))
                .set("MUSTER_MAIL_TLS", "offered");
    }

    private static void fail(MisbehavingSmtpServer server, String command, String reply) {
        server.alwaysAnswer(command, reply);
    }

    private void invite(Node node, int first, int people) throws IOException, InterruptedException {
        Path file = Sample.people(directory, "people-%d.csv".formatted(first), first, people, first);
        String path = node.client().upload(file, Map.of("invite", "true"));
        assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
    }

    /** Moves the time of the next try, instead of waiting for it. */
    private static void hurry(Connection database) throws SQLException {
        new Probe(database).change("UPDATE mail SET next_try_at = '2026-01-01' WHERE state = 'QUEUED'");
    }

    private static void awaitLetters(Connection database, String what, String where, int letters)
            throws SQLException, InterruptedException {
        new Probe(database).await(what, "SELECT COUNT(*) FROM mail WHERE " + where, number -> number == letters, 150);
    }

    /** Returns the state of each invitation's letter, by address; an invitation without one yet waits as QUEUED too. */
    private static Map<String, String> states(Connection database) throws SQLException {
        Map<String, String> states = new TreeMap<>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        SELECT m.email_key, COALESCE(l.state, i.state) FROM invitation i
                        JOIN member m ON m.id = i.member_id LEFT JOIN mail l ON l.id = i.mail_id""")) {
            while (row.next()) {
                assertThat(states.put(row.getString(1), row.getString(2))).isNull();
            }
        }
        return states;
    }

    private static List<String> invited(List<String> letters) {
        var to = new ArrayList<String>();
        for (String letter : letters) {
            String address = letter.lines()
                    .filter(line -> line.startsWith("To: "))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(".*<(.*)>", "$1");
            if (address.endsWith("@example.com")) {
                to.add(address);
            }
        }
        to.sort(null);
        return to;
    }

    private static String angle(int person) {
        return "<" + Sample.address(person) + ">";
    }
}
