package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.ForcedIndex;
import dev.muster.common.Utc;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberPulse;
import dev.muster.members.StandardField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and locks members by the thousand: each method is a statement or two, however many members it is about. */
@Repository
class KnownMembers {

    /** Read by their places: a driver looks a name up in a table each time, eighteen times a member. */
    private static final List<StandardField> TEXTS = List.of(
            StandardField.NAME,
            StandardField.TITLE,
            StandardField.COMPANY,
            StandardField.SALESFORCE_ID,
            StandardField.EXTERNAL_CONTACT_ID,
            StandardField.EXTERNAL_ACCOUNT_ID);

    private static final int ID = 1;
    private static final int VERSION = 2;
    private static final int EMAIL = 3;
    private static final int EMAIL_KEY = 4;
    private static final int FIRST_TEXT = 5;
    private static final int FIELD_VALUES = FIRST_TEXT + TEXTS.size();
    private static final int KIND = FIELD_VALUES + 1;
    private static final int FIRST_INVITED_AT = KIND + 1;
    private static final int LAST_INVITED_AT = KIND + 2;
    private static final int JOINED_AT = KIND + 3;
    private static final int ARCHIVED_AT = KIND + 4;
    private static final int LOCKED_AT = KIND + 5;
    private static final int OPTED_OUT_AT = KIND + 6;

    private static final String COLUMNS = "id, version, email, email_key, "
            + TEXTS.stream().map(field -> field.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))
            + """
            , field_values, kind, first_invited_at, last_invited_at, joined_at, archived_at, locked_at, opted_out_at""";

    private final JdbcTemplate jdbc;
    private final MemberPulse pulse;

    KnownMembers(JdbcTemplate jdbc, MemberPulse pulse) {
        this.jdbc = jdbc;
        this.pulse = pulse;
    }

    /** Returns the members who have one of the addresses, by their keys, with those of {@code groups} they are in. */
    Map<String, KnownMember> find(Collection<String> keys, List<GroupSummary> groups) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, KnownMember>();
        jdbc.query(
                Sql.wanted(keys.size()) + "SELECT " + Sql.IN_ORDER + COLUMNS
                        + " FROM wanted JOIN member" + ForcedIndex.named("member_email_unique")
                        + " ON email_key = wanted.one",
                row -> {
                    KnownMember member = member(row);
                    found.put(member.state().email().key(), member);
                },
                keys.toArray());
        return groups.isEmpty() || found.isEmpty() ? found : withGroups(found, groups);
    }

    /** Returns the members with {@code ids}, by id; with {@code lock} they stay as they are until the transaction ends. */
    SortedMap<Long, KnownMember> withIds(Collection<Long> ids, boolean lock) {
        var found = new TreeMap<Long, KnownMember>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "SELECT " + COLUMNS + " FROM member" + ForcedIndex.PRIMARY + " WHERE id IN (" + Sql.list(ids)
                            + ") ORDER BY id" + (lock ? " FOR UPDATE" : ""),
                    row -> {
                        found.put(row.getLong(ID), member(row));
                    });
        }
        return found;
    }

    private static KnownMember member(ResultSet row) throws SQLException {
        var texts = new EnumMap<StandardField, String>(StandardField.class);
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = row.getString(FIRST_TEXT + i);
            if (text != null && !text.isEmpty()) {
                texts.put(TEXTS.get(i), text);
            }
        }
        var standing = new Standing(
                MemberKind.valueOf(row.getString(KIND)),
                Utc.fromColumn(row, FIRST_INVITED_AT),
                Utc.fromColumn(row, LAST_INVITED_AT),
                Utc.fromColumn(row, JOINED_AT),
                row.getString(ARCHIVED_AT) != null,
                row.getString(LOCKED_AT) != null,
                row.getString(OPTED_OUT_AT) != null);
        return new KnownMember(
                row.getLong(ID),
                row.getLong(VERSION),
                new MemberState(
                        new EmailAddress(row.getString(EMAIL), row.getString(EMAIL_KEY)),
                        texts,
                        FieldValues.ofDocument(row.getString(FIELD_VALUES)),
                        standing,
                        Set.of()));
    }

    private Map<String, KnownMember> withGroups(Map<String, KnownMember> found, List<GroupSummary> groups) {
        var groupsOf = new HashMap<Long, Set<GroupId>>();
        List<Long> ids = found.values().stream().map(KnownMember::id).toList();
        List<Long> groupIds = groups.stream().map(group -> group.id().value()).toList();
        jdbc.query(
                "SELECT member_id, group_id FROM membership" + ForcedIndex.PRIMARY + " WHERE member_id IN ("
                        + Sql.list(ids) + ") AND group_id IN (" + Sql.list(groupIds) + ")",
                row -> {
                    groupsOf.computeIfAbsent(row.getLong("member_id"), _ -> new HashSet<>())
                            .add(new GroupId(row.getLong("group_id")));
                });
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> inGroups(
                                entry.getValue(),
                                groupsOf.getOrDefault(entry.getValue().id(), Set.of()))));
    }

    private static KnownMember inGroups(KnownMember member, Set<GroupId> groups) {
        MemberState state = member.state();
        return new KnownMember(
                member.id(),
                member.version(),
                new MemberState(state.email(), state.texts(), state.values(), state.standing(), groups));
    }

    /**
     * Makes sure that {@code people} are as an earlier chunk was going to leave them.
     *
     * @param groups those that the plan asks about
     * @throws OptimisticLockingFailureException where one of them is not
     */
    void requireAsAssumed(List<Person> people, List<GroupSummary> groups) {
        Map<String, KnownMember> found = find(people.stream().map(Person::key).toList(), groups);
        for (Person person : people) {
            KnownMember member = found.get(person.key());
            if (member == null || !isSame(member, person.known(), groups)) {
                throw new OptimisticLockingFailureException("Member %d changed meanwhile.".formatted(person.id()));
            }
        }
    }

    /** A membership that comes or goes does not change the version. */
    private static boolean isSame(KnownMember one, KnownMember other, List<GroupSummary> groups) {
        return one.id() == other.id()
                && one.version() == other.version()
                && groups.stream()
                        .map(GroupSummary::id)
                        .allMatch(group -> one.state().groups().contains(group)
                                == other.state().groups().contains(group));
    }

    /** Locks whoever has one of the addresses until the transaction ends: what is read after it stays true. */
    void hold(Collection<String> keys) {
        withIds(find(keys, List.of()).values().stream().map(KnownMember::id).toList(), true);
    }

    /**
     * Locks the rows of {@code people}, who get something, if only a group, until the transaction ends.
     *
     * @throws OptimisticLockingFailureException where one of them changed since it was read
     */
    void lock(List<Person> people) {
        if (people.isEmpty()) {
            return;
        }
        pulse.touch(people.stream().map(Person::id).toList());
        var versions = new HashMap<Long, Long>();
        jdbc.query(
                "SELECT id, version FROM member" + ForcedIndex.PRIMARY + " WHERE id IN ("
                        + Sql.list(people.stream().map(Person::id).toList()) + ") ORDER BY id FOR UPDATE",
                row -> {
                    versions.put(row.getLong("id"), row.getLong("version"));
                });
        for (Person person : people) {
            if (versions.getOrDefault(person.id(), -1L) != person.known().version()) {
                throw new OptimisticLockingFailureException("Member %d changed meanwhile.".formatted(person.id()));
            }
        }
    }
}
