package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.Heartbeat;
import dev.muster.common.HubSettings;
import dev.muster.invitations.ReminderDesk;
import dev.muster.invitations.ReminderStep;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.Heartbeats;
import dev.muster.testing.MisbehavingSmtpServer;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of mail when the database was at rest, or is that of an earlier day. */
@ServiceTest
class StandstillPauseTest {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    HubSettings settings;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    Users users;

    @Autowired
    ReminderDesk reminders;

    final MisbehavingSmtpServer server = new MisbehavingSmtpServer();

    PostOffice post;

    @BeforeEach
    void openThePostOffice() {
        post = PostOffice.of(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
        start();
    }

    @AfterEach
    void closeTheServer() throws IOException {
        server.close();
    }

    @Test
    void mailOnItsWayInARestoredBackupWaitsForSomebodysWord() {
        MailId old = post.queue("mara@hub.example");
        clock.advance(Duration.ofDays(1));
        start();
        MailId fresh = post.queue("noor@hub.example");

        post.round(server.port());

        assertThat(server.taken()).isEmpty();
        assertThat(post.desk().stop()).hasValue(new SendingStop.Standstill(START, START.plus(Duration.ofDays(1))));
        Instant back = START.plus(Duration.ofDays(1));
        assertThat(post.desk().waitingSince(back)).isEqualTo(1);

        long cancelled = cancelBefore(back);
        resume();
        post.round(server.port());

        assertThat(cancelled).isEqualTo(1);
        assertThat(post.state(old)).isEqualTo(MailState.CANCELLED);
        assertThat(post.state(fresh)).isEqualTo(MailState.SENT);
        assertThat(server.taken()).hasSize(1);
        assertThat(post.desk().stop()).isEmpty();
    }

    @Test
    void whereSomebodySaysSoTheOldMailGoesOutToo() {
        post.queue("mara@hub.example");
        clock.advance(Duration.ofDays(1));
        start();

        resume();
        post.round(server.port());

        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void anImportThatGoesOnByItselfMailsNobodyEither() {
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES ('import', '7:0', '2026-11-22', FALSE, 1)""").update();
        clock.advance(Duration.ofDays(1));
        start();
        MailId invitation = post.queue("mara@hub.example");

        post.round(server.port());

        assertThat(post.state(invitation)).isEqualTo(MailState.QUEUED);
    }

    @Test
    void remindersThatCameDueMeanwhileWaitForSomebodyToo() {
        users.actAs("Noor Haddad", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Jose Alvarez", "jose@puertoverde.example")
                .invited(START.minus(Duration.ofDays(1)))
                .in(jdbc);
        reminders.save(Set.of(ReminderStep.DAYS_2), false);
        clock.advance(Duration.ofHours(12));
        start();
        assertThat(post.desk().stop()).isEmpty();

        clock.advance(Duration.ofDays(1));
        start();

        assertThat(post.desk().stop()).isPresent();
    }

    @Test
    void invitationsThatWerePromisedWaitForSomebodyToo() {
        StoredMember.contact(1, "Jose Alvarez", "jose@puertoverde.example").in(jdbc);
        jdbc.sql("""
                        INSERT INTO invitation (id, member_id, purpose, state, created_at, from_nominee)
                        VALUES (7, 1, 'INVITATION', 'QUEUED', '2026-11-22 10:00:00', FALSE)""").update();
        clock.advance(Duration.ofDays(1));

        start();

        assertThat(post.desk().stop()).isPresent();
    }

    @Test
    void aWeekendAtRestWithNothingOnItsWayAsksNobody() {
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES ('send-mail', 'recurring', '2026-11-22', FALSE, 1)""").update();
        clock.advance(Duration.ofDays(2));
        start();
        MailId id = post.queue("mara@hub.example");

        post.round(server.port());

        assertThat(post.state(id)).isEqualTo(MailState.SENT);
    }

    @Test
    void aRestartOfMinutesAsksNobody() {
        MailId id = post.queue("mara@hub.example");
        clock.advance(Duration.ofMinutes(15));
        start();

        post.round(server.port());

        assertThat(post.state(id)).isEqualTo(MailState.SENT);
    }

    @Test
    void aNodeKilledHoursIntoAMailingHasNobodyAskedWhenItIsBackAtOnce() {
        server.whenTaken(() -> clock.advance(Duration.ofMinutes(1)));
        for (int i = 0; i < 100; i++) {
            post.queue("mara%d@hub.example".formatted(i));
        }
        post.round(server.port());
        assertThat(server.taken()).hasSize(100);
        post.queue("noor@hub.example");

        start();

        assertThat(post.desk().stop()).isEmpty();
    }

    @Test
    void aLetterThatWasGoingOutAtTheTimeIsNotSentAgain() {
        MailId id = post.queue("mara@hub.example");
        Claims claims = application.getBean(Claims.class);
        claims.begin(claims.claim().getFirst());
        clock.advance(Duration.ofDays(1));
        start();

        resume();
        post.round(server.port());

        assertThat(post.state(id)).isEqualTo(MailState.UNKNOWN);
        assertThat(server.taken()).isEmpty();
    }

    private void resume() {
        transactions.executeWithoutResult(_ -> post.desk().resume());
    }

    private long cancelBefore(Instant moment) {
        Long cancelled = transactions.execute(_ -> post.desk().cancelBefore(moment));
        return cancelled == null ? 0 : cancelled;
    }

    /** As when Muster starts: before any job. */
    private void start() {
        var settingsOfMail = new MailSettings(10, "", 10, Duration.ofMinutes(15), Tls.AUTO, Duration.ofMinutes(15));
        var pause = new StandstillPause(
                settings, PostOffice.serverAt(server.port()), settingsOfMail, application.getBean(MailOnItsWay.class));
        Heartbeat node = Heartbeats.ofANewNode(application, pause);
        node.afterSingletonsInstantiated();
    }
}
