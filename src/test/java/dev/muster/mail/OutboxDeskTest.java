package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class OutboxDeskTest {

    private static final MailQuery ALL = new MailQuery(MailSegment.ALL, "", MailQuery.Sort.WRITTEN, true);

    @Autowired
    ApplicationContext application;

    @Autowired
    OutboxDesk desk;

    @Autowired
    Users users;

    @Autowired
    SettableClock clock;

    PostOffice post;

    @BeforeEach
    void openThePostOffice() {
        post = PostOffice.of(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void lettersAreListedTheNewestFirst() {
        MailId first = post.queue("mara@hub.example");
        MailId second = post.queue("noor@hub.example");
        MailId third = post.queue("ines@hub.example");

        assertThat(desk.page(ALL, 0, 2)).extracting(MailRow::id).containsExactly(third, second);
        assertThat(desk.page(ALL, 2, 2))
                .containsExactly(new MailRow(
                        first, "Mara Lindqvist", "mara@hub.example", "Hello", MailState.QUEUED, 0, clock.instant()));
    }

    @Test
    void everyColumnSorts() {
        post.queue("mara@hub.example");
        post.queue("noor@hub.example");

        for (MailQuery.Sort sort : MailQuery.Sort.values()) {
            assertThat(desk.page(new MailQuery(MailSegment.ALL, "", sort, false), 0, 50))
                    .hasSize(2);
        }
        assertThat(desk.page(new MailQuery(MailSegment.ALL, "", MailQuery.Sort.TO, true), 0, 50))
                .extracting(MailRow::toAddress)
                .containsExactly("noor@hub.example", "mara@hub.example");
    }

    @Test
    void theSearchTakesLettersAsTheyAre() {
        post.queue(PostOffice.letter("mara@hub.example", "100 % done"));
        post.queue(PostOffice.letter("noor@hub.example", "1000 done!"));

        assertThat(found("%")).containsExactly("100 % done");
        assertThat(found("DONE!")).containsExactly("1000 done!");
        assertThat(found("noor")).containsExactly("1000 done!");
        assertThat(found("lindqvist")).hasSize(2);
        assertThat(found("_")).isEmpty();
        assertThat(desk.counts("%")).isEqualTo(Map.of(MailSegment.ALL, 1L, MailSegment.QUEUED, 1L));
    }

    @Test
    void aBouncedLetterTriedAgainIsDueNowAndStartsItsDelaysAnew() {
        MailId id = post.queue("mara@hub.example");
        Claims claims = application.getBean(Claims.class);
        Deliveries deliveries = application.getBean(Deliveries.class);
        deliveries.record(
                claims.begin(claims.claim().getFirst()).orElseThrow(), new Delivery.Bounced("550 5.1.1 No such user"));
        assertThat(desk.needingAttention()).isEqualTo(1);
        clock.advance(Duration.ofDays(30));

        assertThat(desk.retry(id)).isTrue();
        deliveries.record(claims.begin(claims.claim().getFirst()).orElseThrow(), new Delivery.Deferred("450 Later"));

        MailDetail mail = desk.find(id).orElseThrow();
        assertThat(mail.row().state()).isEqualTo(MailState.QUEUED);
        assertThat(mail.row().nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(mail.tries())
                .extracting(MailDetail.Try::state, MailDetail.Try::serverReply)
                .containsExactly(
                        tuple(MailState.BOUNCED, "550 5.1.1 No such user"), tuple(MailState.QUEUED, "450 Later"));
        assertThat(desk.needingAttention()).isZero();
    }

    @Test
    void aLetterThatIsGoingOutCanNeitherBeTriedAgainNorCancelled() {
        MailId id = post.queue("mara@hub.example");
        Claims claims = application.getBean(Claims.class);
        claims.begin(claims.claim().getFirst());

        assertThat(desk.retry(id)).isFalse();
        assertThat(desk.cancel(id)).isFalse();
        assertThat(post.state(id)).isEqualTo(MailState.SENDING);
    }

    @Test
    void aCancelledLetterDoesNotGoOutEvenWhereItWasClaimed() {
        MailId id = post.queue("mara@hub.example");
        Claims claims = application.getBean(Claims.class);
        Claim claim = claims.claim().getFirst();

        assertThat(desk.cancel(id)).isTrue();

        assertThat(claims.begin(claim)).isEmpty();
        assertThat(post.state(id)).isEqualTo(MailState.CANCELLED);
    }

    @Test
    void aKeptLetterIsSentWhenSomeoneSaysSoAndAServerIsThere() {
        MailId id = post.keep("mara@hub.example");
        assertThatIllegalStateException().isThrownBy(() -> desk.send(id)).withMessage("No mail server is configured.");

        assertThat(post.send(id)).isTrue();
        assertThat(post.send(id)).isFalse();

        assertThat(post.state(id)).isEqualTo(MailState.QUEUED);
    }

    @Test
    void aLettersFilesCanBeRead() throws IOException {
        MailId id = post.queue(PostOffice.letter(
                "mara@hub.example", "Hello", new Letter.Attachment("result.csv", "text/csv", "Line\n2\n")));

        var file = desk.find(id).orElseThrow().attachments().getFirst();

        assertThat(file).isEqualTo(new MailDetail.AttachedFile(1, "result.csv", "text/csv", 7));
        assertThat(desk.content(id, file).orElseThrow().readAllBytes())
                .isEqualTo("Line\n2\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aViewerMayNotReadMail() {
        users.actAs("Vera Viewer", Role.VIEWER);

        assertThatThrownBy(() -> desk.page(ALL, 0, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.find(new MailId(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.retry(new MailId(1))).isInstanceOf(AccessDeniedException.class);
    }

    private Iterable<String> found(String search) {
        return desk.page(new MailQuery(MailSegment.ALL, search, MailQuery.Sort.WRITTEN, true), 0, 50).stream()
                .map(MailRow::subject)
                .toList();
    }
}
