package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.HubSettings;
import dev.muster.mail.OutboxDesk;
import dev.muster.members.StoredMember;
import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of invitations and reminders that a restored database promises. */
@ServiceTest
class RestoredPromisesTest {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");
    private static final Instant BACK = START.plus(Duration.ofDays(1));

    @Autowired
    Promises promises;

    @Autowired
    OpenInvitations invitations;

    @Autowired
    SendReminders reminders;

    @Autowired
    ReminderDesk reminderDesk;

    @Autowired
    JoinDesk joining;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    OutboxDesk outbox;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    Users users;

    LoggedIn admin;

    @BeforeEach
    void someoneInvites() {
        admin = users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Jose Alvarez", "jose@puertoverde.example").in(jdbc);
        StoredMember.contact(2, "Noor Haddad", "noor@example.com").in(jdbc);
    }

    @Test
    void promisedInvitationsWaitWithTheMail() {
        promises.promise(admin, 1);
        standStill();

        invitations.run(() -> false);

        assertThat(mails()).isZero();
        assertThat(outbox.waitingSince(BACK)).isEqualTo(1);

        outbox.resume();
        invitations.run(() -> false);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void oldPromisesAreCancelledWithOldMailAndTheirLinksGoOnWorking() {
        InvitationId old = promises.promise(admin, 1);
        standStill();
        promises.promise(admin, 2);

        assertThat(outbox.cancelBefore(BACK)).isEqualTo(1);
        outbox.resume();
        invitations.run(() -> false);

        assertThat(jdbc.sql("SELECT to_address FROM mail").query(String.class).list())
                .containsExactly("noor@example.com");
        assertThat(joining.open(tokens.of(PersonalTokens.Purpose.JOIN, old.value())))
                .isInstanceOf(Welcome.Open.class);
    }

    @Test
    void remindersThatCameDueWaitAndAreCancelledToo() {
        StoredMember.contact(3, "Ines Duarte", "ines@example.com")
                .invited(START.minus(Duration.ofDays(1)))
                .in(jdbc);
        reminderDesk.save(Set.of(ReminderStep.DAYS_2), false);
        clock.advance(Duration.ofMinutes(1));
        standStill();
        clock.set(BACK.plus(Duration.ofMinutes(2)));

        reminders.run(() -> false);
        assertThat(mails()).isZero();
        assertThat(outbox.waitingSince(BACK.plus(Duration.ofMinutes(1)))).isEqualTo(1);

        assertThat(outbox.cancelBefore(BACK.plus(Duration.ofMinutes(1)))).isEqualTo(1);
        outbox.resume();
        reminders.run(() -> false);
        assertThat(mails()).isZero();
    }

    private void standStill() {
        clock.set(BACK);
        hub.save("mail_standstill", "{\"from\":\"%s\",\"since\":\"%s\"}".formatted(START, BACK));
    }

    private long mails() {
        return jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single();
    }
}
