package dev.muster.mail;

import static dev.muster.testing.MisbehavingSmtpServer.CLOSE;
import static dev.muster.testing.MisbehavingSmtpServer.END_OF_DATA;
import static dev.muster.testing.MisbehavingSmtpServer.GREETING;
import static dev.muster.testing.MisbehavingSmtpServer.HANG;
import static dev.muster.testing.MisbehavingSmtpServer.RESET;
import static dev.muster.testing.MisbehavingSmtpServer.SLOWLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.MisbehavingSmtpServer;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SendMailFaultsTest {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionOperations transactions;

    final MisbehavingSmtpServer server = new MisbehavingSmtpServer();

    PostOffice post;
    SendMail job;

    @BeforeEach
    void openThePostOffice() {
        post = PostOffice.of(application);
        job = post.job(server.port());
    }

    @AfterEach
    void closeTheServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 No such user here",
        "DATA,554 5.7.1 Refused",
        ".,554 5.6.0 Spam",
        "MAIL,552 5.3.4 Too big"
    })
    void aRefusedLetterBouncesAndTheOthersGoOut(String command, String words) {
        server.answer(command, words);
        MailId refused = post.queue("nobody@hub.example");
        MailId other = post.queue("mara@hub.example");

        job.run(() -> false);
        clock.advance(Duration.ofDays(1));
        job.run(() -> false);

        assertThat(post.state(refused)).isEqualTo(MailState.BOUNCED);
        assertThat(post.reply(refused)).isEqualTo(words);
        assertThat(post.tries(refused)).containsExactly("BOUNCED");
        assertThat(post.state(other)).isEqualTo(MailState.SENT);
        assertThat(server.taken()).hasSize(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"RCPT,450 4.2.0 Greylisted", "., 451 4.3.0 Try later", "DATA,452 4.3.1 Full"})
    void aLetterPutOffIsTriedAgainLater(String command, String words) {
        server.answer(command, words);
        MailId id = post.queue("mara@hub.example");

        job.run(() -> false);
        assertThat(post.state(id)).isEqualTo(MailState.QUEUED);
        assertThat(post.reply(id)).isEqualTo(words);
        assertThat(server.taken()).isEmpty();

        clock.advance(Duration.ofSeconds(59));
        job.run(() -> false);
        assertThat(post.state(id)).isEqualTo(MailState.QUEUED);

        clock.advance(Duration.ofSeconds(1));
        job.run(() -> false);
        assertThat(post.state(id)).isEqualTo(MailState.SENT);
        assertThat(post.tries(id)).containsExactly("QUEUED", "SENT");
    }

    @Test
    void theDelaysGrowAndEndAfterFiveDays() {
        MailId id = post.queue("mara@hub.example");
        for (Duration delay : new Duration[] {
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(4)
        }) {
            server.answer("RCPT", "450 4.2.0 Not yet");
            clock.advance(delay.minus(Duration.ofSeconds(1)));
            int before = post.tries(id).size();
            if (!delay.isZero()) {
                job.run(() -> false);
                assertThat(post.tries(id)).hasSize(before);
            }
            clock.advance(Duration.ofSeconds(1));
            job.run(() -> false);
            assertThat(post.tries(id)).hasSize(before + 1);
        }

        clock.advance(Duration.ofDays(5));
        server.answer("RCPT", "450 4.2.0 Not yet");
        job.run(() -> false);

        assertThat(post.state(id)).isEqualTo(MailState.BOUNCED);
        assertThat(post.reply(id)).isEqualTo("450 4.2.0 Not yet");
    }

    @Test
    void aLetterThatWaitedLongForItsFirstTryIsTriedAgainAllTheSame() {
        MailId id = post.queue("mara@hub.example");
        clock.advance(Duration.ofDays(6));
        server.answer("RCPT", "450 4.2.0 Greylisted");
        job.run(() -> false);
        assertThat(post.state(id)).isEqualTo(MailState.QUEUED);

        clock.advance(Duration.ofMinutes(1));
        job.run(() -> false);

        assertThat(post.state(id)).isEqualTo(MailState.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG, RESET})
    void aConnectionThatEndsAfterARefusalCostsTheNextLetterNothing(String fault) {
        server.answer("RCPT", "550 5.1.1 No such user here");
        server.answer("RSET", fault);
        MailId refused = post.queue("nobody@hub.example");
        MailId next = post.queue("mara@hub.example");

        job.run(() -> false);

        assertThat(post.state(refused)).isEqualTo(MailState.BOUNCED);
        assertThat(post.reply(refused)).isEqualTo("550 5.1.1 No such user here");
        assertThat(post.state(next)).isEqualTo(MailState.SENT);
        assertThat(post.tries(next)).containsExactly("SENT");
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({CLOSE + ",Connection closed without an answer", HANG + ",No answer in time"})
    void aLetterHandedOverWithoutAnAnswerIsUnknownAndNotSentAgain(String fault, String words) {
        server.answer(END_OF_DATA, fault);
        MailId id = post.queue("mara@hub.example");

        job.run(() -> false);
        clock.advance(Duration.ofDays(1));
        job.run(() -> false);

        assertThat(post.state(id)).isEqualTo(MailState.UNKNOWN);
        assertThat(post.reply(id)).isEqualTo(words);
        assertThat(post.tries(id)).containsExactly("UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        GREETING + ",close",
        "GREETING,hang",
        "GREETING,554 5.7.1 Go away",
        "GREETING,421 4.3.2 Closing",
        "EHLO,hang",
        "MAIL,close",
        "MAIL,hang",
        "MAIL,421 4.7.0 Too many",
        "MAIL,550 5.7.1 Sender refused",
        "RCPT,421 4.7.0 Too many",
        "RCPT,close",
        "RCPT,hang",
        "DATA,hang",
        "DATA,421 4.3.2 Closing",
        "., 421 4.3.2 Closing"
    })
    void aServerThatTakesNothingLosesNothing(String command, String fault) {
        server.answer(command, fault);
        MailId first = post.queue("mara@hub.example");
        MailId second = post.queue("noor@hub.example");

        job.run(() -> false);
        assertThat(post.state(first)).isEqualTo(MailState.QUEUED);
        assertThat(post.state(second)).isEqualTo(MailState.QUEUED);
        assertThat(post.tries(first)).containsExactly("QUEUED");
        assertThat(post.tries(second)).isEmpty();
        assertThat(server.connections()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        job.run(() -> false);
        assertThat(post.state(first)).isEqualTo(MailState.SENT);
        assertThat(post.state(second)).isEqualTo(MailState.SENT);
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void aServerThatIsNotThereLosesNothing() throws IOException {
        server.close();
        MailId id = post.queue("mara@hub.example");

        job.run(() -> false);

        assertThat(post.state(id)).isEqualTo(MailState.QUEUED);
        assertThat(post.reply(id)).contains("Connection refused");
    }

    @Test
    void aServerThatClosesAfterSomeLettersGetsTheRestOnANewConnection() {
        server.answer("MAIL", "250 Ok", "250 Ok", "421 4.7.0 Enough for this connection");
        MailId first = post.queue("mara@hub.example");
        MailId second = post.queue("noor@hub.example");
        MailId third = post.queue("ines@hub.example");
        MailId fourth = post.queue("jose@hub.example");

        job.run(() -> false);
        assertThat(post.state(first)).isEqualTo(MailState.SENT);
        assertThat(post.state(second)).isEqualTo(MailState.SENT);
        assertThat(post.state(third)).isEqualTo(MailState.QUEUED);
        assertThat(post.state(fourth)).isEqualTo(MailState.SENT);
        assertThat(server.connections()).isEqualTo(2);

        clock.advance(Duration.ofMinutes(1));
        job.run(() -> false);
        assertThat(post.state(third)).isEqualTo(MailState.SENT);
        assertThat(server.taken()).hasSize(4);
    }

    @Test
    void manyLettersShareOneConnection() {
        for (int i = 0; i < 10; i++) {
            post.queue("mara%d@hub.example".formatted(i));
        }

        job.run(() -> false);

        assertThat(server.taken()).hasSize(10);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aServerWithoutANameThatAnythingKnowsLosesNothing() {
        MailId id = post.queue("mara@hub.example");

        post.jobFor("mail.invalid").run(() -> false);

        assertThat(post.state(id)).isEqualTo(MailState.QUEUED);
        assertThat(post.reply(id)).contains("mail.invalid");
        assertThat(stop())
                .isInstanceOfSatisfying(
                        SendingStop.Trouble.class,
                        trouble -> assertThat(trouble.fault()).isEqualTo(SendingStop.Fault.AWAY));
    }

    @Test
    void aSlowServerGetsEveryLetterOnce() {
        server.alwaysAnswer("MAIL", SLOWLY + "250 2.1.0 Ok");
        server.alwaysAnswer(END_OF_DATA, SLOWLY + "250 2.0.0 Ok");
        List<MailId> letters = List.of(post.queue("mara@hub.example"), post.queue("noor@hub.example"));

        job.run(() -> false);

        assertThat(letters).extracting(post::state).containsOnly(MailState.SENT);
        assertThat(server.taken()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void greylistingIsWaitedOutAndNothingForPeopleToLookAt() {
        server.alwaysAnswer("RCPT", "451 4.7.1 Greylisted, try again in five minutes");
        MailId id = post.queue("mara@hub.example");
        job.run(() -> false);
        clock.advance(Duration.ofMinutes(1));
        job.run(() -> false);
        assertThat(post.desk().needingAttention()).isZero();
        assertThat(stop()).isNull();

        server.behave();
        clock.advance(Duration.ofMinutes(5));
        job.run(() -> false);

        assertThat(post.state(id)).isEqualTo(MailState.SENT);
        assertThat(post.tries(id)).containsExactly("QUEUED", "QUEUED", "SENT");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aRefusedLoginStopsAllMailSaysSoOnceAndLosesNothing(CapturedOutput log) {
        server.alwaysAnswer("AUTH", "535 5.7.8 Authentication credentials invalid");
        SendMail withLogin = post.jobWithLogin(server.port(), Tls.OFFERED);
        MailId first = post.queue("mara@hub.example");
        MailId second = post.queue("noor@hub.example");

        withLogin.run(() -> false);
        for (int minute = 0; minute < 14; minute++) {
            clock.advance(Duration.ofMinutes(1));
            withLogin.run(() -> false);
        }
        assertThat(server.connections()).as("logins in a quarter of an hour").isEqualTo(1);
        assertThat(post.tries(second)).isEmpty();
        assertThat(stop())
                .isEqualTo(new SendingStop.Trouble(
                        SendingStop.Fault.LOGIN,
                        "535 5.7.8 Authentication credentials invalid",
                        1,
                        START,
                        START.plus(Duration.ofMinutes(15))));

        for (int day = 0; day < 7; day++) {
            clock.advance(Duration.ofDays(1));
            withLogin.run(() -> false);
        }
        assertThat(server.connections()).isEqualTo(8);
        assertThat(post.state(first)).isEqualTo(MailState.QUEUED);
        assertThat(post.state(second)).isEqualTo(MailState.QUEUED);
        assertThat(log.getOut().split("The mail server takes no mail", -1)).hasSize(2);
        assertThat(log.getOut()).doesNotContain("the password of the hub");

        server.behave();
        clock.advance(Duration.ofHours(1));
        withLogin.run(() -> false);
        assertThat(post.state(first)).isEqualTo(MailState.SENT);
        assertThat(post.state(second)).isEqualTo(MailState.SENT);
        assertThat(stop()).isNull();
        assertThat(log.getOut()).contains("The mail server takes mail again.");
    }

    @Test
    void whoeverStartsMusterAgainOrSaysSoHasTheServerTriedAtOnce() {
        server.alwaysAnswer("AUTH", "535 5.7.8 Authentication credentials invalid");
        SendMail wrong = post.jobWithLogin(server.port(), Tls.OFFERED);
        post.queue("mara@hub.example");
        post.queue("noor@hub.example");
        wrong.run(() -> false);

        transactions.executeWithoutResult(_ -> post.desk().resume());
        wrong.run(() -> false);
        assertThat(server.connections()).isEqualTo(2);

        server.behave();
        clock.advance(Duration.ofMinutes(1));
        post.jobWithLogin(server.port(), Tls.OFFERED).run(() -> false);
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void aServerThatOffersNoTlsWhereItIsRequiredGetsNothing() {
        MailId id = post.queue("mara@hub.example");

        post.job(server.port(), Tls.REQUIRED).run(() -> false);
        assertThat(post.state(id)).isEqualTo(MailState.QUEUED);
        assertThat(stop())
                .isInstanceOfSatisfying(
                        SendingStop.Trouble.class,
                        trouble -> assertThat(trouble.fault()).isEqualTo(SendingStop.Fault.TLS));
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));

        clock.advance(Duration.ofMinutes(1));
        post.jobWithLogin(server.port(), Tls.AUTO).run(() -> false);
        assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));

        clock.advance(Duration.ofMinutes(15));
        job.run(() -> false);
        assertThat(post.state(id)).isEqualTo(MailState.SENT);
    }

    @Test
    void allIsTriedAgainByItselfHoweverLongTheServerWasAway() {
        server.alwaysAnswer(GREETING, "421 4.3.2 Down for maintenance");
        List<MailId> letters = List.of(post.queue("mara@hub.example"), post.queue("noor@hub.example"));
        job.run(() -> false);
        for (int day = 0; day < 6; day++) {
            clock.advance(Duration.ofDays(1));
            job.run(() -> false);
        }
        assertThat(letters).extracting(post::state).containsOnly(MailState.QUEUED);

        server.behave();
        clock.advance(Duration.ofMinutes(15));
        job.run(() -> false);

        assertThat(letters).extracting(post::state).containsOnly(MailState.SENT);
    }

    @Test
    void moreThanFivePercentBouncedOfTheLastTwoHundredPausesUntilSomebodyResumes() {
        for (int i = 0; i < 300; i++) {
            if (i >= 200 && i < 211) {
                server.alwaysAnswer("RCPT TO:<mara%d@hub.example>".formatted(i), "550 5.1.1 No such user");
            }
            post.queue("mara%d@hub.example".formatted(i));
        }
        job.run(() -> false);
        assertThat(server.taken()).as("to the end of the batch").hasSize(239);
        assertThat(stop()).isEqualTo(new SendingStop.Bounces(11, 200, START));
        MailId waits = post.queue("noor@hub.example");
        MailId reset = post.queue(reset("ines@hub.example"));

        job.run(() -> false);
        assertThat(post.state(waits)).isEqualTo(MailState.QUEUED);
        assertThat(post.state(reset)).as("whoever forgot the password gets in").isEqualTo(MailState.SENT);

        clock.advance(Duration.ofMinutes(1));
        transactions.executeWithoutResult(_ -> post.desk().resume());
        job.run(() -> false);
        assertThat(stop()).isNull();
        assertThat(post.state(waits)).isEqualTo(MailState.SENT);
        assertThat(server.taken()).hasSize(291);
    }

    private static Letter reset(String to) {
        Letter plain = PostOffice.letter(to, "A new password");
        return new Letter(
                Letter.Purpose.PASSWORD_RESET,
                plain.toName(),
                plain.to(),
                plain.subject(),
                plain.textBody(),
                plain.htmlBody(),
                plain.attachments());
    }

    private @Nullable SendingStop stop() {
        return application.getBean(SendingStops.class).current().orElse(null);
    }
}
