package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Autowired
    Users users;

    @Autowired
    MembersDesk members;

    @Autowired
    ContactDesk contacts;

    @Autowired
    InvitationDesk invitations;

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
        MemberChange archive = MemberChange.of(MemberChange.Kind.ARCHIVE);

        assertThat(whileSomebodyIsChanged(() -> members.change(new MemberSelection.Some(others()), archive)))
                .isEqualTo(new ChangeOutcome.Done(archive, others()));
    }

    @Test
    void advocatesWithInvitationsAreDeleted() throws Exception {
        invitations.invite(ContactSelection.allOf(ContactQuery.DEFAULT), Set.of());
        MemberChange delete = MemberChange.of(MemberChange.Kind.DELETE);

        assertThat(whileSomebodyIsChanged(() -> members.change(new MemberSelection.Some(others()), delete)))
                .isEqualTo(new ChangeOutcome.Done(delete, others()));
    }

    @Test
    void advocatesWithInvitationsAreArchived() throws Exception {
        invitations.invite(ContactSelection.allOf(ContactQuery.DEFAULT), Set.of());
        MemberChange archive = MemberChange.of(MemberChange.Kind.ARCHIVE);

        assertThat(whileSomebodyIsChanged(() -> members.change(new MemberSelection.Some(others()), archive)))
                .isEqualTo(new ChangeOutcome.Done(archive, others()));
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

    private <T> T whileSomebodyIsChanged(Callable<T> change) throws Exception {
        return transactions.execute(_ -> {
            jdbc.sql("UPDATE member SET title = 'Edited' WHERE id = ?")
                    .param(SOMEBODY)
                    .update();
            jdbc.sql("UPDATE invitation SET state = 'REVOKED' WHERE member_id = ?")
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
