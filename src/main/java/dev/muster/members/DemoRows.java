package dev.muster.members;

import dev.muster.common.EmailAddress;
import dev.muster.common.IdBlock;
import dev.muster.common.Utc;
import dev.muster.members.index.MemberTouches;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the invented members of a demonstration: two batches, however many they are. */
@Component
@ConditionalOnProperty(name = "muster.demo", havingValue = "true")
class DemoRows {

    private static final int MEMBER_BLOCK = 5000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final MemberTouches touches;

    DemoRows(JdbcClient jdbc, JdbcTemplate batches, MemberTouches touches) {
        this.jdbc = jdbc;
        this.touches = touches;
        this.batches = batches;
    }

    boolean hasMembers() {
        return jdbc.sql("SELECT id FROM member LIMIT 1")
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Inserts the members with their memberships, pending for those who have not joined. */
    void insert(List<DemoMember> members, Map<String, GroupId> groups, Map<String, FieldId> fields, Instant now) {
        long[] ids = new IdBlock(jdbc, "member_seq", MEMBER_BLOCK).take(members.size());
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> memberships = new ArrayList<>();
        touches.touch(Arrays.stream(ids).boxed().toList());
        for (int i = 0; i < ids.length; i++) {
            long id = ids[i];
            DemoMember member = members.get(i);
            rows.add(row(id, member, document(member, fields), now));
            for (String group : member.groups()) {
                memberships.add(membership(id, groups.get(group), member.life(), now));
            }
        }
        batches.batchUpdate("""
                        INSERT INTO member
                            (id, version, name, email, email_key, title, company, salesforce_id, field_values, kind, source,
                            created_at, first_invited_at, last_invited_at, joined_at, archived_at)
                        VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        batches.batchUpdate(
                "INSERT INTO membership (member_id, group_id, added_at, effective_at) VALUES (?, ?, ?, ?)",
                memberships);
    }

    private static Object[] row(long id, DemoMember member, String document, Instant now) {
        EmailAddress email = EmailAddress.parse(member.email()).orElseThrow();
        DemoMember.Life life = member.life();
        return new Object[] {
            id,
            member.name(),
            email.shown(),
            email.key(),
            member.title(),
            member.company(),
            life.source() == MemberSource.SALESFORCE ? "003DEMO%08d".formatted(id) : null,
            document,
            life.kind().name(),
            life.source().name(),
            before(now, life.created()),
            before(now, life.invited()),
            before(now, life.invited()),
            before(now, life.joined()),
            before(now, life.archived())
        };
    }

    private static Object[] membership(long id, @Nullable GroupId group, DemoMember.Life life, Instant now) {
        return new Object[] {
            id, group == null ? null : group.value(), before(now, life.created()), before(now, life.joined())
        };
    }

    private static @Nullable LocalDateTime before(Instant now, @Nullable Duration age) {
        return age == null ? null : Utc.toColumn(now.minus(age));
    }

    private static String document(DemoMember member, Map<String, FieldId> fields) {
        Map<FieldId, List<String>> values = new HashMap<>();
        member.values().forEach((name, held) -> {
            FieldId field = fields.get(name);
            if (field != null) {
                values.put(field, held);
            }
        });
        return FieldValues.of(values).toDocument();
    }
}
