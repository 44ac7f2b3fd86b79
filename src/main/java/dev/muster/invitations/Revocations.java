package dev.muster.invitations;

import dev.muster.common.ForcedIndex;
import dev.muster.common.Utc;
import dev.muster.mail.Outbox;
import dev.muster.members.MemberId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes invitations back, with the letters that have not gone out. */
@Component
class Revocations {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Revocations(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes back what {@code members} could still use.
     *
     * @param reason why, in words for the Outbox
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void revoke(Collection<MemberId> members, String reason) {
        if (members.isEmpty()) {
            return;
        }
        List<Long> ids = members.stream().map(MemberId::value).toList();
        jdbc.sql("""
                        UPDATE invitation%s SET state = 'REVOKED', ended_at = :now
                        WHERE member_id IN (:members) AND state IN ('QUEUED', 'OPEN')""".formatted(InvitationRows.OF_MEMBER))
                .param("now", Utc.toColumn(clock.instant()))
                .param("members", ids)
                .update();
        outbox.cancel(ids, reason);
    }

    /**
     * Takes out of the letters to {@code members}, who are still there, who they were.
     *
     * @param name what stands in the place of their names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(Collection<MemberId> members, String name) {
        List<Long> ids = members.stream().map(MemberId::value).toList();
        List<String> keys = jdbc.sql("SELECT email_key FROM member" + ForcedIndex.PRIMARY + " WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, _) -> row.getString("email_key"))
                .list();
        outbox.forget(ids, keys, name);
    }

    /**
     * Takes back the links that {@code member} may have had by mail, and the letters. What is only promised stays: its
     * letter is yet to be written.
     *
     * @param reason why, in words for the Outbox
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void revokeSent(MemberId member, String reason) {
        jdbc.sql("UPDATE invitation SET state = 'REVOKED', ended_at = ? WHERE member_id = ? AND state = 'OPEN'")
                .params(Utc.toColumn(clock.instant()), member.value())
                .update();
        outbox.cancel(List.of(member.value()), reason);
    }
}
