package dev.muster.members;

import dev.muster.common.ForcedIndex;
import dev.muster.common.IdBlock;
import dev.muster.common.Utc;
import dev.muster.members.index.MemberTouches;
import dev.muster.security.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes members by the thousand: each method sends a message or two, however many members it is about. What is deleted
 * is deleted one by one, in one message: no index can be forced there, and of a list MariaDB would now and then rather
 * read all rows, and wait for those being changed.
 */
@Component
class MemberChangeRows {

    private static final int BLOCK = 5000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final MemberTouches touches;
    private final IdBlock changeIds;

    MemberChangeRows(JdbcClient jdbc, JdbcTemplate batches, MemberTouches touches) {
        this.touches = touches;
        this.jdbc = jdbc;
        this.batches = batches;
        this.changeIds = new IdBlock(jdbc, "member_change_seq", BLOCK);
    }

    /** Locks those of {@code ids} that meet {@code condition} until the transaction ends, and returns them. */
    List<Long> lock(List<Long> ids, String condition) {
        return jdbc.sql("SELECT id FROM member%s WHERE id IN (:ids)%s ORDER BY id FOR UPDATE"
                        .formatted(ForcedIndex.PRIMARY, condition))
                .param("ids", ids)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** Sets one moment of members, such as {@code archived_at}; null clears it. */
    void setMoment(List<Long> ids, String column, @Nullable Instant moment) {
        touches.touch(ids);
        jdbc.sql("UPDATE member%s SET %s = :moment, version = version + 1 WHERE id IN (:ids)"
                        .formatted(ForcedIndex.PRIMARY, column))
                .param("moment", moment == null ? null : Utc.toColumn(moment))
                .param("ids", ids)
                .update();
    }

    void makeAdvocates(List<Long> ids) {
        touches.touch(ids);
        jdbc.sql("UPDATE member" + ForcedIndex.PRIMARY
                        + " SET kind = 'ADVOCATE', version = version + 1 WHERE id IN (:ids)")
                .param("ids", ids)
                .update();
    }

    /** Returns the name of {@code group}, which stays until the transaction ends; empty where it is gone. */
    Optional<String> lockedGroup(GroupId group) {
        return jdbc.sql("SELECT name FROM member_group WHERE id = ? FOR UPDATE")
                .param(group.value())
                .query(String.class)
                .optional();
    }

    /** Returns those of {@code ids} that are in {@code group}, effective or pending. */
    List<Long> inGroup(List<Long> ids, GroupId group) {
        return jdbc.sql("SELECT member_id FROM membership" + ForcedIndex.PRIMARY
                        + " WHERE group_id = :group AND member_id IN (:ids)")
                .param("group", group.value())
                .param("ids", ids)
                .query((row, _) -> row.getLong("member_id"))
                .list();
    }

    /** Adds members, who must not be in it, to {@code group}: at once whoever has joined, the others pending. */
    void addToGroup(List<Long> ids, GroupId group, Instant now) {
        touches.touch(ids);
        jdbc.sql("""
                        INSERT INTO membership (member_id, group_id, added_at, effective_at)
                        SELECT id, :group, :now, CASE WHEN joined_at IS NULL THEN NULL ELSE :now END
                        FROM member%s WHERE id IN (:ids)""".formatted(ForcedIndex.PRIMARY))
                .param("group", group.value())
                .param("now", Utc.toColumn(now))
                .param("ids", ids)
                .update();
    }

    void removeFromGroup(List<Long> ids, GroupId group) {
        touches.touch(ids);
        batches.batchUpdate(
                "DELETE FROM membership WHERE member_id = ? AND group_id = ?",
                ids.stream().map(id -> new Object[] {id, group.value()}).toList());
    }

    /** Writes down that {@code account} made the same {@code change} to all of {@code ids}. */
    void writeDown(List<Long> ids, FieldChange change, AccountId account, Instant now) {
        long[] taken = changeIds.take(ids.size());
        String document = FieldChange.toDocument(List.of(change));
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < taken.length; i++) {
            rows.add(new Object[] {taken[i], ids.get(i), Utc.toColumn(now), account.value(), document});
        }
        batches.batchUpdate(
                "INSERT INTO member_change (id, member_id, changed_at, account_id, changes) VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    /** Returns the address keys of members. */
    Map<Long, String> addressKeys(List<Long> ids) {
        var keys = new HashMap<Long, String>();
        jdbc.sql("SELECT id, email_key FROM member" + ForcedIndex.PRIMARY + " WHERE id IN (:ids)")
                .param("ids", ids)
                .query(row -> {
                    keys.put(row.getLong("id"), row.getString("email_key"));
                });
        return keys;
    }

    /** Deletes members with their memberships and their history. */
    void delete(List<Long> ids) {
        touches.touch(ids);
        List<Object[]> each = ids.stream().map(id -> new Object[] {id}).toList();
        batches.batchUpdate("DELETE FROM membership WHERE member_id = ?", each);
        batches.batchUpdate("DELETE FROM member_change WHERE member_id = ?", each);
        batches.batchUpdate("DELETE FROM member WHERE id = ?", each);
    }
}
