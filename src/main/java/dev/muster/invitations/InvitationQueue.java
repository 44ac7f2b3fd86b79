package dev.muster.invitations;

import dev.muster.common.IdBlock;
import dev.muster.common.Utc;
import dev.muster.members.MemberId;
import dev.muster.security.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    InvitationQueue(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.ids = new IdBlock(client, "invitation_seq", BLOCK);
    }

    private record Invitation(long id, long memberId) {}

    /**
     * Queues one invitation for each of {@code members}; the caller has seen to it that each may be invited, and notes
     * the invitation with the member. At most two statements.
     *
     * @param importId the import that invites them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<MemberId> members, long importId, AccountId invitedBy, Instant now) {
        if (members.isEmpty()) {
            return;
        }
        long[] taken = ids.take(members.size());
        List<Invitation> invitations = new ArrayList<>(members.size());
        for (int i = 0; i < taken.length; i++) {
            invitations.add(new Invitation(taken[i], members.get(i).value()));
        }
        jdbc.batchUpdate("""
                INSERT INTO invitation (id, member_id, import_id, invited_by, state, created_at)
                VALUES (?, ?, ?, ?, 'QUEUED', ?)""", invitations, invitations.size(), (row, invitation) -> {
            row.setLong(1, invitation.id());
            row.setLong(2, invitation.memberId());
            row.setLong(3, importId);
            row.setLong(4, invitedBy.value());
            row.setObject(5, Utc.toColumn(now));
        });
    }
}
