package dev.muster.invitations;

import dev.muster.members.MemberId;
import dev.muster.members.MemberSelection;
import dev.muster.members.SelectedMembers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where admins invite those whom they picked among all members, joined or not. */
@Service
@PreAuthorize("hasRole('MANAGER')")
public class SelectionDesk {

    private final SelectedMembers selected;
    private final InvitePlans plans;
    private final InviteMembers inviting;
    private final InvitationReadiness readiness;
    private final JdbcClient jdbc;

    SelectionDesk(
            SelectedMembers selected,
            InvitePlans plans,
            InviteMembers inviting,
            InvitationReadiness readiness,
            JdbcClient jdbc) {
        this.selected = selected;
        this.plans = plans;
        this.inviting = inviting;
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

    /**
     * Invites all of {@code selection} that mail may invite; nominees become advocates.
     *
     * @return how many are invited
     * @throws IllegalStateException where there is an {@link #obstacle}
     */
    @Transactional
    public int invite(MemberSelection selection) {
        SelectedMembers.Bound bound = selected.bound(selection);
        List<MemberId> invitable = jdbc.sql("SELECT id FROM member WHERE %s AND %s ORDER BY id"
                        .formatted(bound.condition(), InvitationRows.MAY_BE_INVITED))
                .params(bound.parameters())
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
        return inviting.invite(invitable, Set.of());
    }
}
