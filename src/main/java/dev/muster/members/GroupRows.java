package dev.muster.members;

import dev.muster.members.index.MemberTouches;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups and their memberships as rows, for whatever is about all groups or all members of one at once. */
@Component
class GroupRows {

    private static final String DETAILS = """
            SELECT g.id, g.version, g.name, g.join_code, g.joined_by_default,
                COALESCE(m.members, 0) AS members, COALESCE(m.pending, 0) AS pending
            FROM member_group g LEFT JOIN (
                SELECT group_id, COUNT(effective_at) AS members, COUNT(*) - COUNT(effective_at) AS pending
                FROM membership%s GROUP BY group_id) m ON m.group_id = g.id""";

    private static final String ALL = DETAILS.formatted("") + " ORDER BY g.name, g.id";
    private static final String ONE = DETAILS.formatted(" WHERE group_id = :id") + " WHERE g.id = :id";

    private final JdbcClient jdbc;
    private final MemberTouches touches;

    GroupRows(JdbcClient jdbc, MemberTouches touches) {
        this.touches = touches;
        this.jdbc = jdbc;
    }

    List<GroupSummary> summaries() {
        return jdbc.sql("SELECT id, name FROM member_group ORDER BY name, id")
                .query((row, _) -> new GroupSummary(new GroupId(row.getLong("id")), row.getString("name")))
                .list();
    }

    /** Returns the groups that every new member joins. */
    List<GroupId> joinedByDefault() {
        return jdbc.sql("SELECT id FROM member_group WHERE joined_by_default ORDER BY id")
                .query((row, _) -> new GroupId(row.getLong("id")))
                .list();
    }

    /** Returns all groups with their members counted, by one query. */
    List<GroupDetails> details() {
        return details(jdbc.sql(ALL)).list();
    }

    Optional<GroupDetails> details(GroupId id) {
        return details(jdbc.sql(ONE).param("id", id.value())).optional();
    }

    /** Deletes the group with its memberships; whoever wants to add to it meanwhile waits, and then finds it gone. */
    void delete(GroupId id) {
        jdbc.sql("SELECT id FROM member_group WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Long.class)
                .optional();
        touches.touch(jdbc.sql("SELECT member_id FROM membership WHERE group_id = ?")
                .param(id.value())
                .query((row, _) -> row.getLong("member_id"))
                .list());
        jdbc.sql("DELETE FROM membership WHERE group_id = ?").param(id.value()).update();
        jdbc.sql("DELETE FROM member_group WHERE id = ?").param(id.value()).update();
    }

    private static JdbcClient.MappedQuerySpec<GroupDetails> details(JdbcClient.StatementSpec query) {
        return query.query((row, _) -> new GroupDetails(
                new GroupId(row.getLong("id")),
                row.getLong("version"),
                row.getString("name"),
                row.getString("join_code"),
                row.getBoolean("joined_by_default"),
                row.getLong("members"),
                row.getLong("pending")));
    }
}
