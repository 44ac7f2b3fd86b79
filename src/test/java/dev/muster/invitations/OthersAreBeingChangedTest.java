package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.HubSettings;
import dev.muster.members.ChangeOutcome;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MemberSelection;
import dev.muster.members.MembersDesk;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.transaction.support.TransactionOperations;

/** In a hub of few members, many are changed while somebody else is being changed: neither waits for the other. */
@ServiceTest
class OthersAreBeingChangedTest {

    private static final int MEMBERS = 50;
    private static final int SOMEBODY = 1;
    private static final int TIMES = 40;

    @Autowired
    Users users;

    @Autowired
    MembersDesk members;

    @Autowired
    ContactDesk contacts;

    @Autowired
    InvitationDesk invitations;

    @Autowired
    OpenInvitations job;

    @Autowired
    HubSettings hub;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate statistics;

    final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeEach
    void aSmallHub() {
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        hub.save(HubSettings.COMPANY, "Lumenworks");
        for (int id = SOMEBODY; id <= MEMBERS; id++) {
            StoredMember.contact(id, "Ana " + id, "ana.%d@a.example".formatted(id))
                    .in(jdbc);
        }
        statistics.execute("ANALYZE TABLE member");
    }

    @AfterEach
    void end() {
        other.shutdownNow();
    }

    @Test
    void advocatesAreArchived() throws Exception {
        othersAreChanged(MemberChange.Kind.ARCHIVE);
    }

    @Test
    void advocatesWithInvitationsAreDeleted() throws Exception {
        invitations.invite(ContactSelection.allOf(ContactQuery.DEFAULT), Set.of());
        othersAreChanged(MemberChange.Kind.DELETE);
    }

    @Test
    void advocatesWithInvitationsAreArchived() throws Exception {
        invitations.invite(ContactSelection.allOf(ContactQuery.DEFAULT), Set.of());
        othersAreChanged(MemberChange.Kind.ARCHIVE);
    }

    @Test
    void advocatesInvitedOftenAreArchived() throws Exception {
        everybodyWasInvitedOften();
        othersAreChanged(MemberChange.Kind.ARCHIVE);
    }

    @Test
    void advocatesInvitedOftenAreDeleted() throws Exception {
        everybodyWasInvitedOften();
        othersAreChanged(MemberChange.Kind.DELETE);
    }

    @Test
    void contactsInvitedOftenAreInvitedAgain() throws Exception {
        everybodyWasInvitedOften();

        int invited = whileSomebodyIsChanged(() -> {
            int queued = invitations.invite(chosen(), Set.of());
            job.run(() -> false);
            return queued;
        });

        assertThat(invited).isEqualTo(MEMBERS - 1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail WHERE invitation_id IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MEMBERS - 1);
    }

    @Test
    void contactsAreArchived() throws Exception {
        assertThat(whileSomebodyIsChanged(() -> contacts.archive(chosen()))).isEqualTo(others());
    }

    @Test
    void contactsAreInvited() throws Exception {
        assertThat(whileSomebodyIsChanged(() -> invitations.invite(chosen(), Set.of())))
                .isEqualTo(MEMBERS - 1);
    }

    private void othersAreChanged(MemberChange.Kind kind) throws Exception {
        MemberChange change = MemberChange.of(kind);

        assertThat(whileSomebodyIsChanged(() -> members.change(new MemberSelection.Some(others()), change)))
                .isEqualTo(new ChangeOutcome.Done(change, others()));
    }

    /** So that what is open is a small part of the whole, and looking for that comes to MariaDB's mind first. */
    private void everybodyWasInvitedOften() {
        for (int time = 1; time <= TIMES; time++) {
            boolean isLast = time == TIMES;
            jdbc.sql("""
                            INSERT INTO invitation (id, member_id, purpose, state, created_at, from_nominee)
                            SELECT 1000000 + id * 100 + :time, id, 'INVITATION', :state, created_at, FALSE FROM member""")
                    .param("time", time)
                    .param("state", isLast ? "OPEN" : "REPLACED")
                    .update();
            jdbc.sql("""
                            INSERT INTO mail (id, version, message_id, purpose, to_name, to_address, subject, text_body,
                                html_body, state, tries, tries_before, created_at, member_id)
                            SELECT 1000000 + id * 100 + :time, 0, CONCAT(id * 100 + :time, '@often.example'), 'INVITATION', name,
                                email, '', '', '', :state, 0, 0, created_at, id FROM member""")
                    .param("time", time)
                    .param("state", isLast ? "KEPT" : "SENT")
                    .update();
        }
        statistics.execute("ANALYZE TABLE invitation");
        statistics.execute("ANALYZE TABLE mail");
    }

    private <T> T whileSomebodyIsChanged(Callable<T> change) throws Exception {
        return transactions.execute(_ -> {
            jdbc.sql("UPDATE member SET title = 'Edited' WHERE id = ?")
                    .param(SOMEBODY)
                    .update();
            jdbc.sql("UPDATE invitation SET state = 'REVOKED' WHERE member_id = ?")
                    .param(SOMEBODY)
                    .update();
            jdbc.sql("UPDATE mail SET state = 'CANCELLED' WHERE member_id = ?")
                    .param(SOMEBODY)
                    .update();
            try {
                return other.submit(new DelegatingSecurityContextCallable<>(change))
                        .get(5, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError("The change waits for somebody it is not about.", e);
            }
        });
    }

    private static ContactSelection chosen() {
        return new ContactSelection(ContactQuery.DEFAULT, false, others());
    }

    private static Set<MemberId> others() {
        return LongStream.rangeClosed(SOMEBODY + 1, MEMBERS)
                .mapToObj(MemberId::new)
                .collect(Collectors.toSet());
    }
}
