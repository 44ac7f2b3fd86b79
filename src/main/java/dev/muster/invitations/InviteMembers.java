package dev.muster.invitations;

import dev.muster.common.ForcedIndex;
import dev.muster.common.Utc;
import dev.muster.mail.Outbox;
import dev.muster.members.GroupId;
import dev.muster.members.InviteBatch;
import dev.muster.members.MemberId;
import dev.muster.members.MemberPulse;
import dev.muster.security.AccountId;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invites members by the thousand, in the transaction of whoever decided it. Checks no rights. */
@Component
class InviteMembers implements InviteBatch {

    /** Up to so many are invited while the person waits; more go on by themselves, batch by batch. */
    static final int AT_ONCE = 1_000;

    private final InvitationReadiness readiness;
    private final InvitationQueue queue;
    private final Outbox outbox;
    private final MemberPulse pulse;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;

    InviteMembers(
            InvitationReadiness readiness,
            InvitationQueue queue,
            Outbox outbox,
            MemberPulse pulse,
            AuditLog audit,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock) {
        this.readiness = readiness;
        this.queue = queue;
        this.outbox = outbox;
        this.pulse = pulse;
        this.audit = audit;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Invites those of {@code members} that mail may invite and that were not invited minutes ago: nominees become
     * advocates, the groups are pending, and the letters are queued.
     *
     * @return how many are invited
     * @throws IllegalStateException where no invitation can go out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int invite(List<MemberId> members, Set<GroupId> groups) {
        AccountId account = currentUser.get().id();
        requireReadiness();
        int invited = 0;
        for (List<MemberId> part : ContactBatches.parts(members)) {
            invited += invite(ContactBatches.numbers(part), groups, account, clock.instant())
                    .size();
        }
        audit.record("invitation.send", "member", null, AuditDetail.count(invited, "member"));
        return invited;
    }

    /**
     * Asks whether any invitation can go out.
     *
     * @throws IllegalStateException where none can
     */
    void requireReadiness() {
        readiness.obstacle().ifPresent(obstacle -> {
            throw new IllegalStateException(obstacle);
        });
    }

    /** Invites one member, whom the admin has in view, however recently that was done before; tells whether it did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean inviteAnew(MemberId member) {
        AccountId account = currentUser.get().id();
        requireReadiness();
        boolean isInvited = !inviteSome(List.of(member.value()), Set.of(), account, clock.instant())
                .isEmpty();
        audit.record("invitation.send", "member", null, AuditDetail.count(isInvited ? 1 : 0, "member"));
        return isInvited;
    }

    @Override
    public boolean waits() {
        return outbox.waitsAfterStandstill();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> invite(List<Long> members, Set<GroupId> groups, AccountId invitedBy, Instant decidedAt) {
        requireReadiness();
        return inviteSome(members, groups, invitedBy, decidedAt.minus(InvitationRows.COOLDOWN));
    }

    /** Invites those whom nobody invited since {@code lately}. */
    private List<Long> inviteSome(List<Long> members, Set<GroupId> groups, AccountId invitedBy, Instant lately) {
        Instant now = clock.instant();
        List<MemberId> invitable = notInvitedSince(lately, lockInvitable(members));
        if (invitable.isEmpty()) {
            return List.of();
        }
        List<Long> invited = ContactBatches.numbers(invitable);
        jdbc.sql("""
                        UPDATE member%s SET kind = 'ADVOCATE', first_invited_at = COALESCE(first_invited_at, :now),
                            last_invited_at = :now, version = version + 1
                        WHERE id IN (:ids)""".formatted(ForcedIndex.PRIMARY))
                .param("now", Utc.toColumn(now))
                .param("ids", invited)
                .update();
        pulse.beat(invited);
        for (GroupId group : groups) {
            jdbc.sql("""
                            INSERT INTO membership (member_id, group_id, added_at)
                            SELECT m.id, g.id, :now FROM member m, member_group g
                            WHERE g.id = :group AND m.id IN (:ids) AND NOT EXISTS (
                                SELECT 1 FROM membership ms WHERE ms.member_id = m.id AND ms.group_id = g.id)""")
                    .param("now", Utc.toColumn(now))
                    .param("group", group.value())
                    .param("ids", invited)
                    .update();
        }
        var occasion = new InvitationQueue.Occasion(InvitationPurpose.INVITATION, null, invitedBy, Set.of());
        queue.add(invitable, occasion, now);
        return invited;
    }

    private List<MemberId> lockInvitable(List<Long> members) {
        return jdbc.sql("SELECT id FROM member" + ForcedIndex.PRIMARY + " WHERE id IN (:ids) AND "
                        + InvitationRows.MAY_BE_INVITED + " ORDER BY id FOR UPDATE")
                .param("ids", members)
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
    }

    /**
     * Whoever waits for a letter already gets that one. Asked once the members are locked: what another admin did to them
     * until then is seen by a new statement only.
     */
    private List<MemberId> notInvitedSince(Instant moment, List<MemberId> locked) {
        return locked.isEmpty()
                ? locked
                : jdbc.sql("SELECT id FROM member WHERE id IN (:ids) AND NOT " + InvitationRows.INVITED_LATELY
                                + " AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.member_id = member.id"
                                + " AND i.state = 'QUEUED') ORDER BY id")
                        .param("ids", ContactBatches.numbers(locked))
                        .param("lately", Utc.toColumn(moment))
                        .query((row, _) -> new MemberId(row.getLong("id")))
                        .list();
    }
}
