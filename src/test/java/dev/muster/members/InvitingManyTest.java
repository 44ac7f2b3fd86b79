package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.HubSettings;
import dev.muster.invitations.ContactQuery;
import dev.muster.invitations.ContactSelection;
import dev.muster.invitations.InvitationDesk;
import dev.muster.invitations.SelectionDesk;
import dev.muster.mail.OutboxDesk;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inviting more people than anybody would wait for, batch by batch, however often it is interrupted. */
@ServiceTest
class InvitingManyTest {

    private static final int CONTACTS = 5_000;
    private static final int OPTED_OUT = 10;
    private static final ContactSelection EVERYBODY = ContactSelection.allOf(ContactQuery.DEFAULT);
    private static final GroupId EMEA = new GroupId(7);

    @Autowired
    InvitationDesk desk;

    @Autowired
    SelectionDesk advocates;

    @Autowired
    MembersDesk members;

    @Autowired
    RunMemberTask running;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    HubSettings hub;

    @Autowired
    OutboxDesk outbox;

    @Autowired
    Users users;

    @BeforeEach
    void aHubWithManyContacts() {
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
                        VALUES (7, 0, 'EMEA', 'emea', FALSE, '2026-01-01')""").update();
        StoredMember.contact(1, "Ana", "ana@a.example").nominee().in(jdbc);
        for (int step = 1; step < CONTACTS; step *= 2) {
            jdbc.sql("""
                            INSERT INTO member (id, version, name, email, email_key, field_values, kind, source, created_at)
                            SELECT id + :step, 0, name, CONCAT(:step, email), CONCAT(:step, email_key), field_values, kind,
                                source, created_at
                            FROM member WHERE id + :step <= :all""").param("step", step).param("all", CONTACTS).update();
        }
        jdbc.sql("UPDATE member SET opted_out_at = created_at WHERE id <= ?")
                .param(OPTED_OUT)
                .update();
    }

    @Test
    void eachIsInvitedOnceAcrossAnInterruption() {
        MemberTaskId task = desk.begin(EVERYBODY, Set.of(EMEA)).orElseThrow();

        assertThat(number("SELECT COUNT(*) FROM invitation")).isZero();
        assertThat(progress(task)).isEqualTo(new MemberTaskProgress(invite(Set.of(EMEA)), CONTACTS, 0, 0, false));

        var batches = new AtomicInteger();
        assertThat(running.run(task, () -> batches.getAndIncrement() == 2)).isFalse();
        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(2_000 - OPTED_OUT);
        assertThat(progress(task).done()).isEqualTo(2_000);

        assertThat(running.run(task, () -> false)).isTrue();
        int invited = CONTACTS - OPTED_OUT;
        assertThat(progress(task))
                .isEqualTo(new MemberTaskProgress(invite(Set.of(EMEA)), CONTACTS, CONTACTS, invited, true));
        assertThat(number("SELECT COUNT(DISTINCT member_id) FROM invitation")).isEqualTo(invited);
        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(invited);
        assertThat(number("SELECT COUNT(*) FROM membership WHERE group_id = 7 AND effective_at IS NULL"))
                .isEqualTo(invited);
        assertThat(number("SELECT COUNT(*) FROM member WHERE kind = 'ADVOCATE'"))
                .isEqualTo(invited);
        assertThat(jdbc.sql("SELECT detail FROM audit_entry WHERE action = 'advocates.invite'")
                        .query(String.class)
                        .list())
                .containsExactly("5,000 members, group 7");
    }

    @Test
    void whatTwoDecidedAtOnceIsDoneOnceHoweverLongTheSecondWaits() {
        jdbc.sql("UPDATE member SET archived_at = created_at WHERE id > 1100").update();
        MemberTaskId first = desk.begin(EVERYBODY, Set.of()).orElseThrow();
        MemberTaskId second = desk.begin(EVERYBODY, Set.of()).orElseThrow();
        assertThat(running.run(first, () -> false)).isTrue();
        everyLetterIsSent();
        clock.advance(Duration.ofMinutes(11));

        assertThat(running.run(second, () -> false)).isTrue();

        assertThat(progress(second).changed()).isZero();
        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(1_100 - OPTED_OUT);
    }

    @Test
    void theRestInARestoredDatabaseWaitsWithTheMailAndIsCancelledWithIt() {
        MemberTaskId task = desk.begin(EVERYBODY, Set.of()).orElseThrow();
        var batches = new AtomicInteger();
        running.run(task, () -> batches.getAndIncrement() == 2);
        clock.advance(Duration.ofDays(1));
        Instant back = clock.instant();
        hub.save("mail_standstill", "{\"from\":\"%s\",\"since\":\"%s\"}".formatted(back.minusSeconds(86_400), back));

        assertThat(running.run(task, () -> false)).isFalse();

        int promised = 2_000 - OPTED_OUT;
        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(promised);
        assertThat(outbox.waitingSince(back)).isEqualTo(promised + CONTACTS - 2_000);

        assertThat(outbox.cancelBefore(back)).isEqualTo(promised + CONTACTS - 2_000);
        outbox.resume();
        assertThat(running.run(task, () -> false)).isTrue();
        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(promised);
        assertThat(number("SELECT COUNT(*) FROM invitation WHERE state = 'QUEUED'"))
                .isZero();
    }

    private void everyLetterIsSent() {
        jdbc.sql("""
                        INSERT INTO mail (id, version, message_id, purpose, to_address, subject, text_body, html_body, state,
                            tries, created_at, tries_before, member_id, invitation_id)
                        SELECT id, 0, CONCAT('letter-', id), 'INVITATION', 'someone@a.example', '', '', '', 'SENT', 1,
                            created_at, 0, member_id, id
                        FROM invitation""").update();
        jdbc.sql("UPDATE invitation SET state = 'OPEN', mail_id = id").update();
    }

    @Test
    void theAdvocatesPageBeginsTheSameWay() {
        var everybody = new MemberSelection.AllThat(MemberQuery.DEFAULT.withSegment(MemberSegment.ALL), Set.of());

        SelectionDesk.Outcome outcome = advocates.invite(everybody);

        assertThat(outcome).isInstanceOf(SelectionDesk.Outcome.Started.class);
        MemberTaskId task = members.running().orElseThrow();
        assertThat(running.run(task, () -> false)).isTrue();
        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(CONTACTS - OPTED_OUT);
        assertThat(progress(task).total()).isEqualTo(CONTACTS - OPTED_OUT);
    }

    @Test
    void fewAreInvitedAtOnce() {
        jdbc.sql("UPDATE member SET archived_at = created_at WHERE id > 1000").update();

        assertThat(desk.begin(EVERYBODY, Set.of())).isEmpty();
        assertThat(desk.invite(EVERYBODY, Set.of())).isEqualTo(1_000 - OPTED_OUT);
    }

    private static MemberChange invite(Set<GroupId> groups) {
        return new MemberChange(MemberChange.Kind.INVITE, groups);
    }

    private MemberTaskProgress progress(MemberTaskId task) {
        return members.progress(task).orElseThrow();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
