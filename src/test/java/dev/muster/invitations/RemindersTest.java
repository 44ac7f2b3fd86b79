package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.HubSettings;
import dev.muster.common.Utc;
import dev.muster.mail.MailDetail;
import dev.muster.mail.MailId;
import dev.muster.mail.OutboxDesk;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** People who were invited and have not joined are reminded, and nobody else is. */
@ServiceTest
class RemindersTest {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    @Autowired
    ReminderDesk desk;

    @Autowired
    SendReminders job;

    @Autowired
    InvitationDesk inviting;

    @Autowired
    OpenInvitations opening;

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

    @BeforeEach
    void someoneInvites() {
        hub.save(HubSettings.COMPANY, "Lumenworks");
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
    }

    @Test
    void nobodyIsRemindedUnlessItIsSwitchedOn() {
        invited(1);
        pass(Duration.ofDays(200));

        assertThat(desk.steps()).isEmpty();
        assertThat(reminders()).isZero();
    }

    @Test
    void aReminderCarriesTheLinkThatWorksAlready() {
        desk.save(EnumSet.of(ReminderStep.DAYS_2), false);
        invited(1);
        String invitation = body(1);

        pass(Duration.ofDays(2).minusMinutes(1));
        assertThat(reminders()).isZero();
        pass(Duration.ofMinutes(1));
        assertThat(reminders()).isEqualTo(1);
        pass(Duration.ofDays(1));

        assertThat(reminders()).isEqualTo(1);
        assertThat(text("SELECT subject FROM mail WHERE purpose = 'REMINDER'"))
                .isEqualTo("Ann, your invitation to Lumenworks is still open");
        assertThat(linkIn(body(2))).isEqualTo(linkIn(invitation));
        assertThat(states()).containsExactly("OPEN");
        assertThat(text("SELECT from_name FROM mail WHERE purpose = 'REMINDER'"))
                .isEqualTo("Mara Lindqvist, Lumenworks");
    }

    @Test
    void aLinkThatIsAboutToExpireIsReplacedByANewOne() {
        desk.save(EnumSet.of(ReminderStep.MONTHS_3), false);
        invited(1);
        String invitation = body(1);

        pass(Duration.ofDays(92));
        opening.run(() -> false);

        assertThat(linkIn(body(2))).isNotEqualTo(linkIn(invitation));
        assertThat(states()).containsExactly("REPLACED", "OPEN");
        assertThat(jdbc.sql("SELECT last_invited_at FROM member")
                        .query((row, _) -> Utc.fromColumn(row, "last_invited_at"))
                        .single())
                .isEqualTo(START);
    }

    @Test
    void eachStepRemindsOnceAndTheNextOneAgain() {
        desk.save(EnumSet.allOf(ReminderStep.class), false);
        invited(1);

        for (int day = 0; day < 200; day++) {
            pass(Duration.ofDays(1));
            opening.run(() -> false);
        }

        assertThat(jdbc.sql("SELECT step FROM reminder ORDER BY created_at")
                        .query(String.class)
                        .list())
                .containsExactly("DAYS_2", "DAYS_7", "DAYS_14", "MONTH_1", "MONTHS_3", "MONTHS_6");
        assertThat(reminders()).isEqualTo(6);
    }

    @Test
    void aNewInvitationStartsTheStepsAnew() {
        desk.save(EnumSet.of(ReminderStep.DAYS_2), false);
        invited(1);
        pass(Duration.ofDays(3));
        inviting.invite(new MemberId(1));
        opening.run(() -> false);
        pass(Duration.ofDays(1));
        assertThat(reminders()).isEqualTo(1);

        pass(Duration.ofDays(2));

        assertThat(reminders()).isEqualTo(2);
    }

    @Test
    void whoJoinedLeftOptedOutOrIsLockedIsNotReminded() {
        desk.save(EnumSet.of(ReminderStep.DAYS_2), false);
        for (String fact : List.of("joined_at", "archived_at", "locked_at", "opted_out_at")) {
            int id = 1
                    + List.of("joined_at", "archived_at", "locked_at", "opted_out_at")
                            .indexOf(fact);
            invited(id);
            jdbc.sql("UPDATE member SET " + fact + " = ? WHERE id = ?")
                    .params(Utc.toColumn(START), id)
                    .update();
        }
        StoredMember.contact(9, "Never invited", "never@example.com").in(jdbc);
        StoredMember.contact(10, "Nominee", "nominee@example.com")
                .nominee()
                .invited(START)
                .in(jdbc);

        pass(Duration.ofDays(3));

        assertThat(reminders()).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM reminder").query(Long.class).single())
                .isZero();
    }

    @Test
    void whoseInvitationBouncedOrStillWaitsIsLeftAlone() {
        desk.save(EnumSet.of(ReminderStep.DAYS_2), false);
        List<String> states = List.of("BOUNCED", "QUEUED", "SENDING", "CANCELLED");
        for (int i = 0; i < states.size(); i++) {
            invited(i + 1);
            jdbc.sql("UPDATE mail SET state = ? WHERE member_id = ?")
                    .params(states.get(i), i + 1)
                    .update();
        }

        pass(Duration.ofDays(3));

        assertThat(reminders()).isZero();
    }

    @Test
    void switchingOnRemindsOnlyWhoReachesTheStepFromThenOn() {
        invited(1);
        pass(Duration.ofDays(5));
        invited(2);

        desk.save(EnumSet.of(ReminderStep.DAYS_2), false);
        pass(Duration.ofDays(3));

        assertThat(receivers()).containsExactly("member2@example.com");
    }

    @Test
    void whoHasPassedTheStepsIsRemindedOnceWhereTheAdminSaysSo() {
        for (long id : new long[] {1, 2, 3}) {
            invited(id);
            pass(Duration.ofDays(6));
        }
        Set<ReminderStep> steps = EnumSet.of(ReminderStep.DAYS_2, ReminderStep.DAYS_7, ReminderStep.DAYS_14);

        assertThat(desk.wouldSendNow(steps)).isEqualTo(3);
        assertThat(desk.passed())
                .containsEntry(ReminderStep.DAYS_2, 1L)
                .containsEntry(ReminderStep.DAYS_7, 1L)
                .containsEntry(ReminderStep.DAYS_14, 1L)
                .containsEntry(ReminderStep.MONTH_1, 0L);
        desk.save(steps, true);
        pass(Duration.ZERO);

        assertThat(receivers())
                .containsExactlyInAnyOrder("member1@example.com", "member2@example.com", "member3@example.com");
        assertThat(desk.wouldSendNow(steps)).isZero();
        // The third reaches seven days a day later: too soon after.
        pass(Duration.ofDays(1));
        assertThat(reminders()).isEqualTo(3);
    }

    @Test
    void aStepSwitchedOffRemindsNobody() {
        desk.save(EnumSet.of(ReminderStep.DAYS_2), false);
        invited(1);
        desk.save(EnumSet.noneOf(ReminderStep.class), false);

        pass(Duration.ofDays(3));

        assertThat(reminders()).isZero();
        assertThat(desk.steps()).isEmpty();
    }

    @Test
    void aHubThatStoodStillCatchesUpWithOneReminderEach() {
        desk.save(EnumSet.allOf(ReminderStep.class), false);
        invited(1);

        pass(Duration.ofDays(20));

        assertThat(reminders()).isEqualTo(1);
        assertThat(text("SELECT step FROM reminder")).isEqualTo("DAYS_14");
    }

    @Test
    void severalHundredAreRemindedInBatches() {
        desk.save(EnumSet.of(ReminderStep.DAYS_2), false);
        for (int id = 1; id <= 450; id++) {
            StoredMember.contact(id, "Ann", "member%d@example.com".formatted(id))
                    .invited(START)
                    .in(jdbc);
        }
        clock.advance(Duration.ofDays(2));
        List<String> statements = StatementCount.during(() -> {
            job.run(() -> false);
            job.run(() -> false);
        });

        assertThat(statements).hasSizeLessThan(60);
        opening.run(() -> false);
        assertThat(reminders()).isEqualTo(450);
    }

    @Test
    void onlyAdministratorsSetReminders() {
        users.actAs("Max Manager", Role.MANAGER);

        assertThatThrownBy(() -> desk.save(Set.of(ReminderStep.DAYS_2), true))
                .isInstanceOf(AuthorizationDeniedException.class);
        assertThatThrownBy(() -> desk.steps()).isInstanceOf(AuthorizationDeniedException.class);
    }

    @Test
    void whatIsSetIsInTheAuditLog() {
        desk.save(EnumSet.of(ReminderStep.DAYS_2, ReminderStep.DAYS_7), false);

        assertThat(text("SELECT detail FROM audit_entry WHERE action = 'reminder.change'"))
                .contains("DAYS_2, DAYS_7");
    }

    private void invited(long id) {
        StoredMember.contact(id, "Ann Example", "member%d@example.com".formatted(id))
                .in(jdbc);
        inviting.invite(new MemberId(id));
        opening.run(() -> false);
    }

    private void pass(Duration time) {
        clock.advance(time);
        job.run(() -> false);
    }

    private long reminders() {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE purpose = 'REMINDER'")
                .query(Long.class)
                .single();
    }

    private List<String> receivers() {
        return jdbc.sql("SELECT to_address FROM mail WHERE purpose = 'REMINDER'")
                .query((row, _) -> row.getString("to_address"))
                .list();
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM invitation ORDER BY id")
                .query((row, _) -> row.getString("state"))
                .list();
    }

    private String body(int number) {
        long id = jdbc.sql("SELECT id FROM mail ORDER BY id LIMIT 1 OFFSET " + (number - 1))
                .query(Long.class)
                .single();
        MailDetail letter = outbox.find(new MailId(id)).orElseThrow();
        return Objects.requireNonNull(letter.body()).text();
    }

    private static String linkIn(String body) {
        return body.replaceAll("(?s).*(http://localhost:8080/join/\\S+).*", "$1");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
