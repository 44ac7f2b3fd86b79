package dev.muster.invitations;

import dev.muster.common.AnotherTurn;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MemberSelection;
import dev.muster.members.MemberTaskId;
import dev.muster.members.MembersDesk;
import dev.muster.members.SelectedMembers;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where admins invite those whom they picked among all members, joined or not. */
@Service
@AnotherTurn
@PreAuthorize("hasRole('MANAGER')")
public class SelectionDesk {

    private final SelectedMembers selected;
    private final InvitePlans plans;
    private final InviteMembers inviting;
    private final MembersDesk desk;
    private final InvitationReadiness readiness;
    private final JdbcClient jdbc;

    SelectionDesk(
            SelectedMembers selected,
            InvitePlans plans,
            InviteMembers inviting,
            MembersDesk desk,
            InvitationReadiness readiness,
            JdbcClient jdbc) {
        this.selected = selected;
        this.plans = plans;
        this.inviting = inviting;
        this.desk = desk;
        this.readiness = readiness;
        this.jdbc = jdbc;
    }

    /** Returns, in a sentence for people, why no invitation can go out; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle() {
        return readiness.obstacle();
    }

    /** Returns what {@link #invite} would do. */
    @Transactional(readOnly = true)
    public InvitePlan plan(MemberSelection selection) {
        SelectedMembers.Bound bound = selected.bound(selection);
        return plans.of(bound.condition(), bound.parameters());
    }

    /** What came of inviting. */
    public sealed interface Outcome {

        /** So many are invited. */
        record Invited(int members) implements Outcome {}

        /** They are more than anybody would wait for: it goes on by itself. */
        record Started(MemberTaskId task) implements Outcome {}
    }

    /**
     * Invites all of {@code selection} that mail may invite, or begins to; nominees become advocates.
     *
     * @throws IllegalStateException where there is an {@link #obstacle}
     */
    @Transactional
    public Outcome invite(MemberSelection selection) {
        SelectedMembers.Bound bound = selected.bound(selection);
        long[] invitable = jdbc
                .sql("SELECT id FROM member WHERE %s AND %s ORDER BY id"
                        .formatted(bound.condition(), InvitationRows.MAY_BE_INVITED))
                .params(bound.parameters())
                .query((row, _) -> row.getLong("id"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
        if (invitable.length > InviteMembers.AT_ONCE) {
            inviting.requireReadiness();
            return new Outcome.Started(desk.start(invitable, MemberChange.of(MemberChange.Kind.INVITE)));
        }
        return new Outcome.Invited(
                inviting.invite(LongStream.of(invitable).mapToObj(MemberId::new).toList(), Set.of()));
    }
}
