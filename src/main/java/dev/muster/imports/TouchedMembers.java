package dev.muster.imports;

import dev.muster.common.ForcedIndex;
import dev.muster.invitations.ImportedInvitations;
import dev.muster.invitations.ImportedInvitations.Trace;
import dev.muster.members.FieldChange;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads the members that a chunk of an import touched, in a handful of statements, however many they are. */
@Repository
class TouchedMembers {

    /** Behind {@link Sql#wanted}. */
    private static final String HISTORY = "SELECT " + Sql.IN_ORDER + "member_id, changes FROM wanted JOIN member_change"
            + ForcedIndex.named("member_change_member") + " ON member_id = wanted.one ";

    private final JdbcTemplate jdbc;
    private final KnownMembers members;
    private final ImportedInvitations invitations;

    TouchedMembers(JdbcTemplate jdbc, KnownMembers members, ImportedInvitations invitations) {
        this.jdbc = jdbc;
        this.members = members;
        this.invitations = invitations;
    }

    private record GroupsOf(List<GroupSummary> byImport, boolean others) {

        private static final GroupsOf NONE = new GroupsOf(List.of(), false);
    }

    /**
     * Returns those who are still there, in the order of their ids.
     *
     * @param lines where {@code importId} met each of them first, by their ids
     * @param created those of them whom it created
     * @param lock whether they stay as they are until the caller's transaction ends
     */
    List<TouchedMember> read(ImportId importId, SortedMap<Long, Long> lines, Set<Long> created, boolean lock) {
        if (lines.isEmpty()) {
            return List.of();
        }
        SortedMap<Long, KnownMember> known = members.withIds(lines.keySet(), lock);
        Map<Long, Trace> traces = lock
                ? invitations.lock(importId.value(), lines.keySet())
                : invitations.of(importId.value(), lines.keySet());
        Map<Long, List<FieldChange>> changes = changes(importId, without(known.keySet(), created));
        Set<Long> edited = edited(importId, only(known.keySet(), created));
        Map<Long, GroupsOf> groups = groups(importId, known.keySet());
        return known.values().stream()
                .map(member -> {
                    GroupsOf in = groups.getOrDefault(member.id(), GroupsOf.NONE);
                    return new TouchedMember(
                            member,
                            lines.getOrDefault(member.id(), 0L),
                            created.contains(member.id()),
                            changes.getOrDefault(member.id(), List.of()),
                            in.byImport(),
                            edited.contains(member.id()) || in.others(),
                            traces.getOrDefault(member.id(), Trace.NONE));
                })
                .toList();
    }

    private Map<Long, List<FieldChange>> changes(ImportId importId, Set<Long> ids) {
        var changes = new HashMap<Long, List<FieldChange>>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    Sql.wanted(ids.size()) + HISTORY + "WHERE import_id = ? ORDER BY import_line",
                    row -> {
                        changes.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .addAll(FieldChange.ofDocument(row.getString(2)));
                    },
                    withImport(ids, importId));
        }
        return changes;
    }

    private static Object[] withImport(Set<Long> ids, ImportId importId) {
        return Stream.concat(ids.stream(), Stream.of(importId.value())).toArray();
    }

    /** Returns those of {@code ids} about whom others changed something, and it did not come back to what it was. */
    private Set<Long> edited(ImportId importId, Set<Long> ids) {
        var net = new HashMap<Long, NetChanges>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    Sql.wanted(ids.size()) + HISTORY
                            + "WHERE import_id IS NULL OR import_id <> ? ORDER BY changed_at, id",
                    row -> {
                        var changes = net.computeIfAbsent(row.getLong(1), _ -> new NetChanges());
                        FieldChange.ofDocument(row.getString(2)).forEach(changes::add);
                    },
                    withImport(ids, importId));
        }
        net.values().removeIf(changes -> changes.rest().isEmpty());
        return net.keySet();
    }

    private Map<Long, GroupsOf> groups(ImportId importId, Set<Long> ids) {
        var groups = new HashMap<Long, GroupsOf>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "SELECT ms.member_id, g.id, g.name, CASE WHEN ms.import_id = ? THEN 1 ELSE 0 END AS by_import"
                            + " FROM membership ms" + ForcedIndex.PRIMARY
                            + " JOIN member_group g ON g.id = ms.group_id WHERE ms.member_id IN (" + Sql.list(ids)
                            + ") ORDER BY g.id",
                    row -> {
                        var group = new GroupSummary(new GroupId(row.getLong(2)), row.getString(3));
                        groups.merge(
                                row.getLong(1),
                                row.getBoolean(4) ? new GroupsOf(List.of(group), false) : new GroupsOf(List.of(), true),
                                TouchedMembers::both);
                    },
                    importId.value());
        }
        return groups;
    }

    private static GroupsOf both(GroupsOf first, GroupsOf second) {
        var all = new ArrayList<>(first.byImport());
        all.addAll(second.byImport());
        return new GroupsOf(all, first.others() || second.others());
    }

    private static Set<Long> only(Collection<Long> all, Set<Long> wanted) {
        var some = new HashSet<>(all);
        some.retainAll(wanted);
        return some;
    }

    private static Set<Long> without(Collection<Long> all, Set<Long> unwanted) {
        var some = new HashSet<>(all);
        some.removeAll(unwanted);
        return some;
    }
}
