package dev.muster.members;

import dev.muster.common.Utc;
import dev.muster.members.index.MemberTouches;
import dev.muster.security.AccountId;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was changed about a member, when, and by whom. */
@Service
public class MemberHistory {

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final MemberTouches touches;
    private final Clock clock;

    MemberHistory(JdbcClient jdbc, CurrentUser currentUser, AuditLog audit, MemberTouches touches, Clock clock) {
        this.touches = touches;
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the newest {@code limit} changes of {@code member}, newest first. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public List<HistoryEntry> of(MemberId member, int limit) {
        return newest(member, limit);
    }

    /**
     * Writes down that whoever is logged in made {@code changes}; none stands for a new member. The audit log gets their
     * names, and the values stay here: they are gone with the member.
     */
    void add(MemberId member, List<FieldChange> changes) {
        Long account =
                currentUser.find().map(user -> user.id()).map(AccountId::value).orElse(null);
        jdbc.sql("""
                        INSERT INTO member_change (id, member_id, changed_at, account_id, changes)
                        VALUES (NEXT VALUE FOR member_change_seq, ?, ?, ?, ?)""")
                .param(member.value())
                .param(Utc.toColumn(clock.instant()))
                .param(account)
                .param(FieldChange.toDocument(changes))
                .update();
        touches.touch(member.value());
        if (account != null) {
            record(member, changes);
        }
    }

    private void record(MemberId member, List<FieldChange> changes) {
        Map<FieldId, String> names =
                changes.stream().anyMatch(change -> change.customField().isPresent()) ? customNames() : Map.of();
        var detail = new AuditDetail(null, List.of());
        for (FieldChange change : changes) {
            detail = change.field().equals(FieldChange.GROUP)
                    ? detail.with("Group", first(change.before()), first(change.after()))
                    : detail.mentioning(nameOf(change, names));
        }
        audit.record(
                changes.isEmpty() ? "member.create" : "member.edit",
                "member",
                Long.toString(member.value()),
                detail.text());
    }

    private static String nameOf(FieldChange change, Map<FieldId, String> names) {
        return change.standardField()
                .map(StandardField::header)
                .or(() -> change.customField().map(names::get))
                .orElse(change.field());
    }

    private Map<FieldId, String> customNames() {
        var names = new HashMap<FieldId, String>();
        jdbc.sql("SELECT id, name FROM profile_field").query(row -> {
            names.put(new FieldId(row.getLong("id")), row.getString("name"));
        });
        return names;
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }

    HistoryEntry.Author lastAuthor(MemberId member) {
        return newest(member, 1).stream().map(HistoryEntry::author).findFirst().orElseGet(HistoryEntry.Unknown::new);
    }

    private List<HistoryEntry> newest(MemberId member, int limit) {
        // The import's tables belong to another feature; all that is asked of them is which import it was.
        return jdbc.sql("""
                        SELECT c.changed_at, c.import_id, c.import_line, c.changes, a.name AS person, r.file_name,
                            u.import_id AS undone_import
                        FROM member_change c
                        LEFT JOIN account a ON a.id = c.account_id
                        LEFT JOIN import_run r ON r.id = c.import_id
                        LEFT JOIN import_undo u ON u.run_id = c.import_id
                        WHERE c.member_id = ? ORDER BY c.changed_at DESC, c.id DESC LIMIT ?""")
                .params(member.value(), limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(Utc.fromColumn(row, "changed_at"));
        return new HistoryEntry(at, author(row), FieldChange.ofDocument(row.getString("changes")));
    }

    private static HistoryEntry.Author author(ResultSet row) throws SQLException {
        @Nullable String fileName = row.getString("file_name");
        @Nullable Long undone = row.getObject("undone_import", Long.class);
        if (fileName != null && undone != null) {
            return new HistoryEntry.Undo(new ImportReference(undone, fileName));
        }
        if (fileName != null) {
            Long line = row.getObject("import_line", Long.class);
            return new HistoryEntry.ImportRow(new ImportReference(row.getLong("import_id"), fileName), line);
        }
        @Nullable String person = row.getString("person");
        return person == null ? new HistoryEntry.Unknown() : new HistoryEntry.Person(person);
    }
}
