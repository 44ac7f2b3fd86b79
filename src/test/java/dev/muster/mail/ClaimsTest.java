package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.MisbehavingSmtpServer;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class ClaimsTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    SettableClock clock;

    @Autowired
    Claims claims;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TransactionOperations transactions;

    PostOffice post;

    @BeforeEach
    void openThePostOffice() {
        post = PostOffice.of(application);
    }

    @Test
    void twoClaimersNeverTakeTheSameLetter() {
        for (int i = 0; i < 60; i++) {
            post.queue("mara%d@hub.example".formatted(i));
        }

        List<Claim> first = transactions.execute(_ -> {
            List<Claim> mine = claims.claim();
            List<Claim> meanwhile = CompletableFuture.supplyAsync(claims::claim).join();
            assertThat(meanwhile).extracting(Claim::id).hasSize(10).doesNotContainAnyElementsOf(ids(mine));
            claims.release(meanwhile);
            return mine;
        });

        assertThat(first).hasSize(50);
        assertThat(claims.claim()).hasSize(10).extracting(Claim::id).doesNotContainAnyElementsOf(ids(first));
        assertThat(claims.claim()).isEmpty();
    }

    @Test
    void claimersAtTheSameMomentShareTheLettersOut() {
        for (int i = 0; i < 300; i++) {
            post.queue("mara%d@hub.example".formatted(i));
        }
        List<MailId> claimed = new CopyOnWriteArrayList<>();

        var claimers = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    for (int round = 0; round < 10; round++) {
                        claimed.addAll(ids(claims.claim()));
                    }
                }))
                .toList();
        claimers.forEach(CompletableFuture::join);

        assertThat(claimed).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void theOldestLetterIsTheFirst() {
        MailId old = post.queue("mara@hub.example");
        clock.advance(Duration.ofMinutes(1));
        MailId young = post.queue("noor@hub.example");

        assertThat(claims.claim()).extracting(Claim::id).containsExactly(old, young);
    }

    @Test
    void aClaimWhoseHolderIsSilentIsTakenOver() {
        post.queue("mara@hub.example");
        Claim lost = claims.claim().getFirst();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        Claim taken = claims.claim().getFirst();

        assertThat(claims.begin(lost)).isEmpty();
        assertThat(claims.begin(taken)).isPresent();
    }

    @Test
    void lettersThatWereNotBegunAreGivenBack() {
        MailId id = post.queue("mara@hub.example");

        claims.release(claims.claim());

        assertThat(claims.claim()).extracting(Claim::id).containsExactly(id);
    }

    @Test
    void aLetterWhoseSenderDiedIsUnknownAndNeverSentAgainByItself() throws IOException {
        MailId id = post.queue("mara@hub.example");
        claims.begin(claims.claim().getFirst());
        try (var server = new MisbehavingSmtpServer()) {
            clock.advance(Duration.ofMinutes(15));
            post.job(server.port()).run(() -> false);
            assertThat(post.state(id)).isEqualTo(MailState.SENDING);

            clock.advance(Duration.ofSeconds(1));
            post.job(server.port()).run(() -> false);
            clock.advance(Duration.ofDays(1));
            post.job(server.port()).run(() -> false);

            assertThat(server.connections()).isZero();
        }
        assertThat(post.state(id)).isEqualTo(MailState.UNKNOWN);
        assertThat(post.tries(id)).containsExactly("UNKNOWN");
    }

    @Test
    void aSenderThatWasOnlySlowStillSaysWhatCameOfIt() {
        MailId id = post.queue("mara@hub.example");
        OutgoingLetter letter = claims.begin(claims.claim().getFirst()).orElseThrow();
        clock.advance(Duration.ofHours(1));
        deliveries.giveUpSilent();

        deliveries.record(letter, new Delivery.Sent("250 Ok"));

        assertThat(post.state(id)).isEqualTo(MailState.SENT);
        assertThat(post.tries(id)).containsExactly("SENT");
    }

    @Test
    void keptLettersStayKeptWhenAMailServerComes() throws IOException {
        Outbox outbox = application.getBean(Outbox.class);
        MailId id = transactions.execute(_ -> outbox.put(PostOffice.letter("mara@hub.example", "Hello")));
        try (var server = new MisbehavingSmtpServer()) {
            post.job(server.port()).run(() -> false);

            assertThat(server.connections()).isZero();
        }
        assertThat(post.state(id)).isEqualTo(MailState.KEPT);
    }

    private static List<MailId> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}
