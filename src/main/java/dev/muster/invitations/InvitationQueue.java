package dev.muster.invitations;

import dev.muster.common.IdBlock;
import dev.muster.common.JobBell;
import dev.muster.common.Utc;
import dev.muster.members.GroupId;
import dev.muster.members.MemberId;
import dev.muster.security.AccountId;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Promises of invitations, made by the thousand in the transaction that decides about them. Checks no rights. */
@Component
public class InvitationQueue {

    private static final int BLOCK = 5000;

    private final JdbcTemplate jdbc;
    private final IdBlock ids;
    private final JobBell bell;

    InvitationQueue(JdbcTemplate jdbc, JdbcClient client, JobBell bell) {
        this.jdbc = jdbc;
        this.ids = new IdBlock(client, "invitation_seq", BLOCK);
        this.bell = bell;
    }

    /**
     * What invitations that are promised together have in common; null stands for none.
     *
     * @param groups those whose public URLs were used
     */
    record Occasion(
            InvitationPurpose purpose,
            @Nullable Long importId,
            @Nullable AccountId invitedBy,
            Set<GroupId> groups) {}

    private record Invitation(long id, MemberId member) {}

    /**
     * Queues one invitation for each of {@code members}; the caller has seen to it that each may be invited, and notes
     * the invitation with the member. At most two statements.
     *
     * @param fromNominees those of them who were nominees until now
     * @param importId the import that invites them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            List<MemberId> members, Set<MemberId> fromNominees, long importId, AccountId invitedBy, Instant now) {
        add(members, fromNominees, new Occasion(InvitationPurpose.INVITATION, importId, invitedBy, Set.of()), now);
    }

    /** Queues one invitation for each of {@code members}, as the other method does, and returns their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<InvitationId> add(List<MemberId> members, Occasion occasion, Instant now) {
        return add(members, Set.of(), occasion, now);
    }

    private List<InvitationId> add(List<MemberId> members, Set<MemberId> fromNominees, Occasion occasion, Instant now) {
        if (members.isEmpty()) {
            return List.of();
        }
        long[] taken = ids.take(members.size());
        List<Invitation> invitations = new ArrayList<>(members.size());
        for (int i = 0; i < taken.length; i++) {
            invitations.add(new Invitation(taken[i], members.get(i)));
        }
        AccountId invitedBy = occasion.invitedBy();
        jdbc.batchUpdate("""
                INSERT INTO invitation (id, member_id, import_id, invited_by, purpose, state, created_at,
                    from_nominee)
                VALUES (?, ?, ?, ?, ?, 'QUEUED', ?, ?)""", invitations, invitations.size(), (row, invitation) -> {
            row.setLong(1, invitation.id());
            row.setLong(2, invitation.member().value());
            row.setObject(3, occasion.importId(), Types.BIGINT);
            row.setObject(4, invitedBy == null ? null : invitedBy.value(), Types.BIGINT);
            row.setString(5, occasion.purpose().name());
            row.setObject(6, Utc.toColumn(now));
            row.setBoolean(7, fromNominees.contains(invitation.member()));
        });
        for (GroupId group : occasion.groups()) {
            jdbc.batchUpdate(
                    "INSERT INTO invitation_group (invitation_id, group_id) VALUES (?, ?)",
                    invitations,
                    invitations.size(),
                    (row, invitation) -> {
                        row.setLong(1, invitation.id());
                        row.setLong(2, group.value());
                    });
        }
        bell.ringAfterCommit(OpenInvitations.JOB);
        return invitations.stream()
                .map(invitation -> new InvitationId(invitation.id()))
                .toList();
    }
}
