package dev.muster.invitations;

import dev.muster.members.MemberId;
import dev.muster.members.MembersDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes the invitations of members who are deleted, in the transaction that deletes them. */
@Component
class ForgetMembers {

    private final JdbcClient jdbc;

    ForgetMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void forget(MembersDeleted event) {
        jdbc.sql("DELETE FROM invitation WHERE member_id IN (:members)")
                .param("members", event.members().stream().map(MemberId::value).toList())
                .update();
    }
}
