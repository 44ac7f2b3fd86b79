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
import org.junit.jupiter.api.io.TempDir;

/** Mail servers that misbehave, each in its way: every invitation is in the state that it should be, none goes out twice. */
class MailFaultsIT {

    /** A mail server that takes nothing, whatever it is asked. */
    private enum Away {
        DNS,
        NO_STARTTLS,
        REFUSED,
        HANG,
        CLOSING_421
    }

    private static final List<Away> IN_TURN = List.of(Away.values());
    private static final String TIMEOUT = "2000";
    private static final int WAITING = 10;
    private static final String SENDING =
            "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'send-mail' AND picked = TRUE";
    private static final String LEFT_ALONE =
            "SELECT COUNT(*) FROM setting WHERE name = 'mail_trouble' AND content <> '' AND 0 = (%s)"
                    .formatted(SENDING);

    /** Where one comes right after the other, the hub gives the server a minute. */
    private static final List<Integer> LOST = Dose.isLong() ? List.of(4, 5) : List.of(4, 6);

    @TempDir
    Path directory;

    @Test
    void everyInvitationIsInTheRightStateAndGoesOutOnce() throws Exception {
        int port = Hub.freePort();
        try (Hub hub = Hub.on(Hub.Database.MARIADB, directory);
                Connection database = hub.connect()) {
            hub.withShortLease()
                    .mailingTo(port)
                    .set("SPRING_MAIL_PROPERTIES_MAIL_SMTP_CONNECTIONTIMEOUT", TIMEOUT)
                    .set("SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", TIMEOUT)
                    .set("MUSTER_MAIL_PER_SECOND", "200");
            var probe = new Probe(database);

            hub.set("SPRING_MAIL_HOST", "nowhere.invalid");
            try (Node node = hub.start()) {
                invite(node, 0, WAITING);
                isPutOff(Away.DNS, probe);
            }
            hub.mailingTo(port).set("MUSTER_MAIL_TLS", "required");
            probe.bringMailForward();
            try (var server = new MisbehavingSmtpServer(port);
                    Node _ = hub.start()) {
                isPutOff(Away.NO_STARTTLS, probe);
                tookNothing(server);
            }
            hub.set("MUSTER_MAIL_TLS", "offered");
            probe.bringMailForward();
            try (Node node = hub.start()) {
                isPutOff(Away.REFUSED, probe);
                try (var server = new MisbehavingSmtpServer(port)) {
                    server.alwaysAnswer(MisbehavingSmtpServer.GREETING, MisbehavingSmtpServer.HANG);
                    probe.bringMailForward();
                    isPutOff(Away.HANG, probe);
                    server.alwaysAnswer(MisbehavingSmtpServer.GREETING, "421 4.3.2 Down for maintenance");
                    probe.bringMailForward();
                    isPutOff(Away.CLOSING_421, probe);
                    tookNothing(server);

                    Map<String, String> expected = endsAsItShould(node, probe, server);
                    FaultReport.add(
                            "F10-F15 mail servers that misbehave",
                            "MARIADB",
                            "%s; 450, 550 at RCPT; 554, closed, silent, slow after DATA".formatted(IN_TURN),
                            0,
                            "%d invitations: %s; each delivered at most once"
                                    .formatted(
                                            expected.size(),
                                            expected.values().stream()
                                                    .collect(Collectors.groupingBy(
                                                            state -> state, TreeMap::new, Collectors.counting()))));
                }
            }
        }
    }

    /** Waits until a letter was tried in vain once more, and the hub leaves the server alone; sees that all wait. */
    private static void isPutOff(Away fault, Probe probe) throws Exception {
        probe.await(
                "%s: one is tried and put off".formatted(fault),
                "SELECT COUNT(*) FROM mail_try WHERE state = 'QUEUED'",
                tries -> tries > IN_TURN.indexOf(fault),
                150);
        probe.await("%s: the server is left alone".formatted(fault), LEFT_ALONE, is -> is == 1, 60);
        assertThat(states(probe.database()).values())
                .as("after %s", fault)
                .hasSize(WAITING)
                .containsOnly("QUEUED");
    }

    private static void tookNothing(MisbehavingSmtpServer server) {
        assertThat(server.connections()).isPositive();
        assertThat(server.taken()).isEmpty();
        assertThat(server.heard()).as("nothing goes out unencrypted").noneMatch(line -> line.startsWith("MAIL"));
    }

    /** Has the server take mail again, but for some letters; returns the state that each invitation's has come to. */
    private Map<String, String> endsAsItShould(Node node, Probe probe, MisbehavingSmtpServer server) throws Exception {
        int first = WAITING;
        server.behave();
        server.alwaysAnswer("RCPT TO:" + angle(first + 1), "450 4.2.0 Not yet");
        server.alwaysAnswer("RCPT TO:" + angle(first + 2), "550 5.1.1 No such user");
        server.alwaysAnswer(". " + angle(first + 3), "554 5.7.1 Refused for its content");
        server.alwaysAnswer(". " + angle(first + LOST.getFirst()), MisbehavingSmtpServer.CLOSE);
        server.alwaysAnswer(". " + angle(first + LOST.getLast()), MisbehavingSmtpServer.HANG);
        server.alwaysAnswer(". " + angle(first + 7), MisbehavingSmtpServer.SLOWLY + "250 2.0.0 At last");
        probe.bringMailForward();
        awaitLetters(probe, "all that waited goes out", "purpose = 'INVITATION' AND state = 'SENT'", first);
        int people = first + 8;
        invite(node, first, people - first);
        awaitLetters(
                probe,
                "all but the one that is put off have ended",
                "purpose = 'INVITATION' AND state NOT IN ('QUEUED', 'SENDING')",
                people - 1);
        probe.await("and that one is not being tried", SENDING, sending -> sending == 0, 60);
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < people; i++) {
            expected.put(Sample.address(i), "SENT");
        }
        List.of(2, 3).forEach(i -> expected.put(Sample.address(first + i), "BOUNCED"));
        LOST.forEach(i -> expected.put(Sample.address(first + i), "UNKNOWN"));
        expected.put(Sample.address(first + 1), "QUEUED");
        assertThat(states(probe.database())).isEqualTo(expected);

        server.behave();
        probe.bringMailForward();
        awaitLetters(probe, "what was put off goes out", "state IN ('QUEUED', 'SENDING')", 0);
        expected.put(Sample.address(first + 1), "SENT");
        assertThat(states(probe.database())).isEqualTo(expected);
        assertThat(invited(server.taken()))
                .as("each letter that is sent was taken once, and no other")
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .filter(each -> each.getValue().equals("SENT"))
                        .map(Map.Entry::getKey)
                        .toList());
        return expected;
    }

    private void invite(Node node, int first, int people) throws IOException, InterruptedException {
        Path file = Sample.people(directory, "people-%d.csv".formatted(first), first, people, first);
        String path = node.client().upload(file, Map.of("invite", "true"));
        assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
    }

    private static void awaitLetters(Probe probe, String what, String where, int letters)
            throws SQLException, InterruptedException {
        probe.await(what, "SELECT COUNT(*) FROM mail WHERE " + where, number -> number == letters, 150);
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
