package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Invariants;
import dev.muster.testing.Received;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invitations by the thousand, and the process that sends them killed again and again. */
class KilledMailIT {

    private static final Pattern LINK = Pattern.compile("http://hub\\.example(/join/\\S+)");
    private static final int LINKS = 50;
    private static final String MAIL_ON_ITS_WAY =
            "SELECT (SELECT COUNT(*) FROM mail WHERE state IN ('QUEUED', 'SENDING'))"
                    + " + (SELECT COUNT(*) FROM invitation WHERE state = 'QUEUED')";

    @TempDir
    Path directory;

    @Test
    void everybodyIsInvitedOnce() throws Exception {
        int people = Dose.of(400, 2_000);
        int kills = Dose.of(1, 5);
        long seed = Dose.seed();
        var random = new Random(seed);
        try (var box = new MailBox();
                Hub hub = Hub.on(Hub.Database.MARIADB, directory)) {
            hub.withShortLease()
                    .mailingTo(box)
                    .set("MUSTER_MAIL_PER_SECOND", "200")
                    .set("MUSTER_MAIL_LEASE", "5s");
            Node node = hub.start();
            String path = node.client()
                    .upload(Sample.people(directory, "people.csv", 0, people, seed), Map.of("invite", "true"));
            for (int kill = 1; kill <= kills; kill++) {
                box.await(people * kill / (kills + 2) + random.nextInt(people / (kills + 2)), 120);
                TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
                node.kill();
                node = hub.start();
            }
            assertThat(node.awaitEnd(path).get("state").asString()).isEqualTo("COMPLETED");
            long unknown;
            try (Connection database = hub.connect()) {
                var probe = new Probe(database);
                probe.await("mail on its way", MAIL_ON_ITS_WAY, count -> count == 0, 180);
                unknown = probe.number("SELECT COUNT(*) FROM mail WHERE state = 'UNKNOWN'");
                List<Received> letters = box.letters();
                assertThat(new Invariants(database, letters)
                                .addresses(Sample.addresses(0, people))
                                .completed(1, people, people)
                                .invitations(new TreeSet<>(Sample.addresses(0, people)))
                                .summaries(1)
                                .broken())
                        .as("seed %d", seed)
                        .isEmpty();
                assertThat(unknown).isLessThanOrEqualTo(kills);
                assertThat(letters.stream().map(Received::messageId).collect(Collectors.toSet()))
                        .hasSizeGreaterThanOrEqualTo(people + 1 - kills);
                everyLinkOpens(node, letters);
            }
            int raw = box.count();
            long different = letters(box);
            FaultReport.add(
                    "F5 kill -9 while invitations go out",
                    "MARIADB",
                    "%d kills while %,d invitations went out".formatted(kills, people),
                    seed,
                    "I4, I5, I7, I8: one invitation, one Message-ID each; %,d letters arrived, %d of them again; %d shown as Delivery unknown"
                            .formatted(raw, raw - different, unknown));
        }
    }

    private static long letters(MailBox box) throws Exception {
        return box.letters().stream().map(Received::messageId).distinct().count();
    }

    private static void everyLinkOpens(Node node, List<Received> letters) throws Exception {
        int opened = 0;
        for (Received letter : letters) {
            Matcher link = LINK.matcher(letter.text());
            if (opened < LINKS && link.find()) {
                assertThat(node.client().text(link.group(1))).contains(letter.to());
                opened++;
            }
        }
        assertThat(opened).isEqualTo(LINKS);
    }
}
