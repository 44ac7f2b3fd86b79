package dev.muster.members;

import dev.muster.common.Utc;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which group. */
@Component
class Memberships {

    private final JdbcClient jdbc;
    private final GroupRows groups;
    private final MemberHistory history;
    private final Clock clock;

    Memberships(JdbcClient jdbc, GroupRows groups, MemberHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.history = history;
        this.clock = clock;
    }

    /** Returns the groups of {@code member} by name. */
    List<Membership> of(MemberId member) {
        return jdbc.sql("""
                        SELECT g.id, g.name, ms.effective_at IS NOT NULL AS effective
                        FROM membership ms JOIN member_group g ON g.id = ms.group_id
                        WHERE ms.member_id = ? ORDER BY g.name, g.id""")
                .param(member.value())
                .query((row, _) -> new Membership(
                        new GroupId(row.getLong("id")), row.getString("name"), row.getBoolean("effective")))
                .list();
    }

    /** Returns the groups of each of {@code members} by name; members in no group are not in it. */
    Map<MemberId, List<Membership>> of(Collection<MemberId> members) {
        var groups = new HashMap<MemberId, List<Membership>>();
        if (members.isEmpty()) {
            return groups;
        }
        jdbc.sql("""
                        SELECT ms.member_id, g.id, g.name, ms.effective_at IS NOT NULL AS effective
                        FROM membership ms JOIN member_group g ON g.id = ms.group_id
                        WHERE ms.member_id IN (:members) ORDER BY g.name, g.id""")
                .param("members", members.stream().map(MemberId::value).toList())
                .query(row -> {
                    groups.computeIfAbsent(new MemberId(row.getLong("member_id")), _ -> new ArrayList<>())
                            .add(new Membership(
                                    new GroupId(row.getLong("id")),
                                    row.getString("name"),
                                    row.getBoolean("effective")));
                });
        return groups;
    }

    /** Returns the names of the groups of each of {@code members}, sorted; members in no group are not in it. */
    Map<MemberId, List<String>> namesOf(Collection<MemberId> members) {
        var names = new HashMap<MemberId, List<String>>();
        if (members.isEmpty()) {
            return names;
        }
        jdbc.sql("""
                        SELECT ms.member_id, g.name
                        FROM membership ms JOIN member_group g ON g.id = ms.group_id
                        WHERE ms.member_id IN (:members) ORDER BY g.name, g.id""")
                .param("members", members.stream().map(MemberId::value).toList())
                .query(row -> {
                    names.computeIfAbsent(new MemberId(row.getLong("member_id")), _ -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        return names;
    }

    /**
     * Puts {@code member} into {@code groups}: at once where the member has joined, else pending. Groups that the member
     * is in already, or that do not exist, are left alone. Written into the history.
     */
    void add(MemberId member, Collection<GroupId> groups) {
        var changes = new ArrayList<FieldChange>();
        for (Membership group : notYetIn(member, groups)) {
            jdbc.sql("""
                            INSERT INTO membership (member_id, group_id, added_at, effective_at)
                            SELECT m.id, ?, ?, CASE WHEN m.joined_at IS NULL THEN NULL ELSE ? END
                            FROM member m WHERE m.id = ?""")
                    .params(group.group().value(), now(), now(), member.value())
                    .update();
            changes.add(FieldChange.addedToGroup(group.name()));
        }
        writeDown(member, changes);
    }

    /** Writes down that {@code member} is new, and puts it into {@code chosen} and the groups that every new member joins. */
    void welcome(MemberId member, Collection<GroupId> chosen) {
        history.add(member, List.of());
        var all = new ArrayList<>(chosen);
        all.addAll(groups.joinedByDefault());
        add(member, all);
    }

    private List<Membership> notYetIn(MemberId member, Collection<GroupId> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT g.id, g.name FROM member_group g
                        WHERE g.id IN (:groups) AND NOT EXISTS (
                            SELECT 1 FROM membership ms WHERE ms.group_id = g.id AND ms.member_id = :member)
                        ORDER BY g.name, g.id""")
                .param("groups", groups.stream().map(GroupId::value).toList())
                .param("member", member.value())
                .query((row, _) -> new Membership(new GroupId(row.getLong("id")), row.getString("name"), false))
                .list();
    }

    private void writeDown(MemberId member, List<FieldChange> changes) {
        if (!changes.isEmpty()) {
            history.add(member, changes);
        }
    }

    private Object now() {
        return Utc.toColumn(clock.instant());
    }
}
