package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.Outage;
import dev.muster.testing.MisbehavingSmtpServer;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** What the mail server said, where somebody or something is in the way of writing it down. */
@ServiceTest
class RecordedDeliveriesTest {

    private static final int PATIENCE = 30;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionOperations transactions;

    final MisbehavingSmtpServer server = new MisbehavingSmtpServer();

    PostOffice post;

    @BeforeEach
    void openThePostOffice() {
        post = PostOffice.of(application);
    }

    @AfterEach
    void closeTheServer() throws IOException {
        server.close();
    }

    @Test
    void isKeptWhereTheReaderIsForgottenInTheSameMoment() throws Exception {
        MailId id = post.queue("mara@hub.example");
        var isTriesLocked = new CountDownLatch(1);
        var begun = new CompletableFuture<Void>();
        CompletableFuture<Void> forgetting = CompletableFuture.runAsync(
                () -> {
                    begun.join();
                    transactions.executeWithoutResult(_ -> {
                        jdbc.sql("UPDATE mail_try SET server_reply = NULL WHERE mail_id = ?")
                                .param(id.value())
                                .update();
                        isTriesLocked.countDown();
                        awaitLockOf(id);
                        new ForgottenMails(jdbc).forget(Set.of(1L), Set.of("mara@hub.example"), "Deleted member");
                    });
                },
                Thread::startVirtualThread);
        server.whenTaken(() -> {
            begun.complete(null);
            await(isTriesLocked);
        });

        post.round(server.port());

        try {
            forgetting.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Whoever was in the way of the other may be told so.
        }
        assertThat(server.taken()).hasSize(1);
        assertThat(post.state(id)).isEqualTo(MailState.SENT);
        assertThat(post.tries(id)).isEqualTo(List.of("SENT"));
    }

    @Test
    void isKeptWhereTheDatabaseIsAwayForAMoment() {
        MailId id = post.queue("mara@hub.example");
        var refusals = new AtomicInteger();
        DataSource database = databaseThat(() -> refusals.getAndDecrement() > 0);
        server.whenTaken(() -> refusals.set(2));

        post.job(server.port(), new Deliveries(JdbcClient.create(database), clock))
                .run(() -> false);

        assertThat(server.taken()).hasSize(1);
        assertThat(post.state(id)).isEqualTo(MailState.SENT);
    }

    @Test
    void lettersThatWereNotBegunWhenTheDatabaseWentAwayGoOutWithTheNextRound() {
        List<MailId> letters = IntStream.range(0, 3)
                .mapToObj(n -> post.queue("mara%d@hub.example".formatted(n)))
                .toList();
        var isAway = new AtomicBoolean();
        server.whenTaken(() -> isAway.set(true));
        SendMail job = post.job(server.port(), claims(databaseThat(isAway::get)));
        assertThatThrownBy(() -> job.run(() -> false)).matches(Outage::isBehind);
        assertThat(server.taken()).hasSize(1);

        server.whenTaken(() -> {});
        isAway.set(false);
        job.run(() -> false);

        assertThat(letters).extracting(post::state).containsOnly(MailState.SENT);
        assertThat(server.taken()).hasSize(3);
    }

    /** Both go over the same letters the other way round: the database ends one of them, and it is tried again. */
    @Test
    void lettersThatWereNotBegunAreGivenBackThoughSomebodyIsInTheWay() throws Exception {
        List<MailId> letters = IntStream.range(0, 20)
                .mapToObj(n -> post.queue("mara%d@hub.example".formatted(n)))
                .toList();
        var claims = application.getBean(Claims.class);
        List<Claim> claimed = claims.claim();
        var isLastLocked = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> transactions.executeWithoutResult(_ -> {
                    letters.subList(1, letters.size()).forEach(this::write);
                    isLastLocked.countDown();
                    awaitLockOf(letters.getFirst());
                    write(letters.getFirst());
                }),
                Thread::startVirtualThread);
        await(isLastLocked);

        claims.release(claimed);

        other.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(claims.claim()).extracting(Claim::id).containsExactlyElementsOf(letters);
    }

    private void write(MailId id) {
        jdbc.sql("UPDATE mail SET server_reply = 'in the way' WHERE id = ?")
                .param(id.value())
                .update();
    }

    @Test
    void aLetterThatSomebodyElseClaimedSinceIsLeftToThem() {
        post.queue("mara@hub.example");
        MailId second = post.queue("noor@hub.example");
        var isAway = new AtomicBoolean();
        server.whenTaken(() -> isAway.set(true));
        SendMail job = post.job(server.port(), claims(databaseThat(isAway::get)));
        assertThatThrownBy(() -> job.run(() -> false)).matches(Outage::isBehind);
        clock.advance(Duration.ofMinutes(16));
        assertThat(application.getBean(Claims.class).claim())
                .extracting(Claim::id)
                .containsExactly(second);

        server.whenTaken(() -> {});
        isAway.set(false);
        job.run(() -> false);

        assertThat(server.taken()).hasSize(1);
        assertThat(post.state(second)).isEqualTo(MailState.QUEUED);
    }

    private Claims claims(DataSource database) {
        return new Claims(
                JdbcClient.create(database),
                application.getBean(OutgoingLetters.class),
                application.getBean(MailSettings.class),
                application.getBeanProvider(LetterGate.class),
                clock);
    }

    private DataSource databaseThat(BooleanSupplier isAway) {
        return new DelegatingDataSource(application.getBean(DataSource.class)) {
            @Override
            public Connection getConnection() throws SQLException {
                if (isAway.getAsBoolean()) {
                    throw new SQLTransientConnectionException("The database is away.");
                }
                return super.getConnection();
            }
        };
    }

    /** Waits until the sender has the letter in hand again, to write down what became of it. */
    private void awaitLockOf(MailId id) {
        long limit = System.nanoTime() + Duration.ofSeconds(PATIENCE).toNanos();
        while (CompletableFuture.supplyAsync(
                        () -> transactions.execute(
                                _ -> jdbc.sql("SELECT id FROM mail WHERE id = ? FOR UPDATE SKIP LOCKED")
                                        .param(id.value())
                                        .query(Long.class)
                                        .list()),
                        Thread::startVirtualThread)
                .join()
                .contains(id.value())) {
            assertThat(System.nanoTime()).isLessThan(limit);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
