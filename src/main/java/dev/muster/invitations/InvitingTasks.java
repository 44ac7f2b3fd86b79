package dev.muster.invitations;

import dev.muster.common.Utc;
import dev.muster.mail.LettersToCome;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom tasks about many members are yet to invite. Where a backup was restored, they have been, later in the day that is lost. */
@Repository
class InvitingTasks implements LettersToCome {

    private static final String BEFORE =
            "SELECT id FROM member_task WHERE change_kind = 'INVITE' AND finished_at IS NULL AND created_at < :moment";

    private final JdbcClient jdbc;

    InvitingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long countBefore(Instant moment) {
        return jdbc.sql("SELECT COUNT(*) FROM member_task_member WHERE task_id IN (" + BEFORE + ")")
                .param("moment", Utc.toColumn(moment))
                .query(Long.class)
                .single();
    }

    /** The tasks find nobody left and end. */
    @Override
    public long dropBefore(Instant moment) {
        List<Long> tasks = jdbc.sql(BEFORE + " ORDER BY id FOR UPDATE")
                .param("moment", Utc.toColumn(moment))
                .query((row, _) -> row.getLong("id"))
                .list();
        return tasks.isEmpty()
                ? 0
                : jdbc.sql("DELETE FROM member_task_member WHERE task_id IN (:tasks)")
                        .param("tasks", tasks)
                        .update();
    }
}
