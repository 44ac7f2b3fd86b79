package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.members.MemberId;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSelection;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class SelectionDeskTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    SelectionDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @BeforeEach
    void aHubWithMembers() {
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Ana", "ana@a.example").in(jdbc);
        StoredMember.contact(2, "Ben", "ben@b.example").nominee().in(jdbc);
        StoredMember.contact(3, "Cleo", "cleo@c.example").joined(LONG_AGO).in(jdbc);
        StoredMember.contact(4, "Dan", "dan@d.example").locked(LONG_AGO).in(jdbc);
        StoredMember.contact(5, "Eve", "eve@e.example").in(jdbc);
        jdbc.sql("UPDATE member SET opted_out_at = created_at WHERE id = 5").update();
    }

    @Test
    void thePlanSaysWhoIsLeftOutAndWhy() {
        assertThat(desk.plan(some(1, 2, 3, 4, 5)))
                .isEqualTo(new InvitePlan(1, 1, new InvitePlan.LeftOut(1, 1, 0, 1, 0, List.of("Cleo", "Dan", "Eve"))));
        assertThat(desk.plan(some())).isEqualTo(new InvitePlan(0, 0, InvitePlan.LeftOut.NOBODY));
    }

    @Test
    void thoseWhoCanBeAreInvitedAndNomineesBecomeAdvocates() {
        assertThat(desk.invite(some(1, 2, 3, 4, 5))).isEqualTo(new SelectionDesk.Outcome.Invited(2));

        assertThat(jdbc.sql("SELECT member_id FROM invitation ORDER BY member_id")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
        assertThat(jdbc.sql("SELECT kind FROM member WHERE id = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("ADVOCATE");
    }

    @Test
    void allThatMatchButSomeAreInvited() {
        var everybody = MemberQuery.DEFAULT.withSegment(MemberSegment.ALL);

        assertThat(desk.invite(new MemberSelection.AllThat(everybody, Set.of(new MemberId(1)))))
                .isEqualTo(new SelectionDesk.Outcome.Invited(1));
        assertThat(desk.invite(new MemberSelection.AllThat(everybody, Set.of())))
                .as("Ben waits for the letter that he gets already")
                .isEqualTo(new SelectionDesk.Outcome.Invited(1));
    }

    @Test
    void aViewerInvitesNobody() {
        users.actAs("Vera Viewer", Role.VIEWER);

        assertThatThrownBy(() -> desk.invite(some(1))).isInstanceOf(AccessDeniedException.class);
    }

    private static MemberSelection some(long... ids) {
        return new MemberSelection.Some(
                java.util.Arrays.stream(ids).mapToObj(MemberId::new).collect(java.util.stream.Collectors.toSet()));
    }
}
