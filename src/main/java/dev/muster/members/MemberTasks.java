package dev.muster.members;

import dev.muster.common.Utc;
import dev.muster.security.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes to many members that go on by themselves, and to whom each is yet to be made. */
@Component
class MemberTasks {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A task as a job works on it. */
    record Task(MemberChange change, AccountId account, Instant decidedAt) {}

    /** Adds a task about nobody yet. */
    MemberTaskId add(MemberChange change, AccountId account) {
        long id = jdbc.sql("SELECT NEXT VALUE FOR member_task_seq")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO member_task (id, change_kind, account_id, created_at, total, done, changed)
                        VALUES (?, ?, ?, ?, 0, 0, 0)""")
                .param(id)
                .param(change.kind().name())
                .param(account.value())
                .param(Utc.toColumn(clock.instant()))
                .update();
        change.groups()
                .forEach(group -> jdbc.sql("INSERT INTO member_task_group (task_id, group_id) VALUES (?, ?)")
                        .params(id, group.value())
                        .update());
        return new MemberTaskId(id);
    }

    /** Makes the task about all of {@code members}, and returns how many these are. */
    long fill(MemberTaskId task, SelectedMembers.Bound members) {
        int total = jdbc.sql("INSERT INTO member_task_member (task_id, member_id) SELECT %d, id FROM member WHERE %s"
                        .formatted(task.value(), members.condition()))
                .params(members.parameters())
                .update();
        jdbc.sql("UPDATE member_task SET total = ? WHERE id = ?")
                .params(total, task.value())
                .update();
        return total;
    }

    /** Makes the task about {@code members}, and returns how many these are. */
    long fill(MemberTaskId task, long[] members) {
        for (int from = 0; from < members.length; from += AT_ONCE) {
            String rows = Arrays.stream(members, from, Math.min(members.length, from + AT_ONCE))
                    .mapToObj(member -> "(%d,%d)".formatted(task.value(), member))
                    .collect(Collectors.joining(","));
            jdbc.sql("INSERT INTO member_task_member (task_id, member_id) VALUES " + rows)
                    .update();
        }
        jdbc.sql("UPDATE member_task SET total = ? WHERE id = ?")
                .params(members.length, task.value())
                .update();
        return members.length;
    }

    /** Returns the task, locked until the transaction ends; empty where it is finished. */
    Optional<Task> lock(MemberTaskId task) {
        return jdbc.sql("SELECT * FROM member_task WHERE id = ? AND finished_at IS NULL FOR UPDATE")
                .param(task.value())
                .query((row, _) -> new Task(
                        change(task, row),
                        new AccountId(row.getLong("account_id")),
                        Objects.requireNonNull(Utc.fromColumn(row, "created_at"))))
                .optional();
    }

    /** Returns some members to whom the change is yet to be made, in the order of their ids. */
    List<Long> next(MemberTaskId task, int limit) {
        return jdbc.sql("SELECT member_id FROM member_task_member WHERE task_id = ? ORDER BY member_id LIMIT ?")
                .params(task.value(), limit)
                .query((row, _) -> row.getLong("member_id"))
                .list();
    }

    /** Notes that the members up to {@code last} are dealt with. */
    void advance(MemberTaskId task, long last, int dealtWith, int changed) {
        jdbc.sql("DELETE FROM member_task_member WHERE task_id = ? AND member_id <= ?")
                .params(task.value(), last)
                .update();
        jdbc.sql("UPDATE member_task SET done = done + ?, changed = changed + ? WHERE id = ?")
                .params(dealtWith, changed, task.value())
                .update();
    }

    void finish(MemberTaskId task) {
        jdbc.sql("UPDATE member_task SET finished_at = ? WHERE id = ?")
                .params(Utc.toColumn(clock.instant()), task.value())
                .update();
    }

    Optional<MemberTaskProgress> progress(MemberTaskId task) {
        return jdbc.sql("SELECT * FROM member_task WHERE id = ?")
                .param(task.value())
                .query((row, _) -> new MemberTaskProgress(
                        change(task, row),
                        row.getLong("total"),
                        row.getLong("done"),
                        row.getLong("changed"),
                        row.getObject("finished_at") != null))
                .optional();
    }

    /** Returns the newest task of {@code account} that is not finished. */
    Optional<MemberTaskId> running(AccountId account) {
        return jdbc.sql("SELECT MAX(id) FROM member_task WHERE account_id = ? AND finished_at IS NULL")
                .param(account.value())
                .query(Long.class)
                .optional()
                .map(MemberTaskId::new);
    }

    private MemberChange change(MemberTaskId task, ResultSet row) throws SQLException {
        return new MemberChange(MemberChange.Kind.valueOf(row.getString("change_kind")), groups(task));
    }

    private Set<GroupId> groups(MemberTaskId task) {
        return Set.copyOf(jdbc.sql("SELECT group_id FROM member_task_group WHERE task_id = ?")
                .param(task.value())
                .query((row, _) -> new GroupId(row.getLong("group_id")))
                .list());
    }
}
