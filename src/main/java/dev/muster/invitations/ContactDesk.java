package dev.muster.invitations;

import dev.muster.common.AnotherTurn;
import dev.muster.common.Utc;
import dev.muster.members.FoundMembers;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberChange.Kind;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberId;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberSource;
import dev.muster.members.MemberTaskId;
import dev.muster.members.MemberTaskProgress;
import dev.muster.members.MembersDesk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts who have not joined: the Invite List, and what is done to many of them without mail. */
@Service
@AnotherTurn
@PreAuthorize("hasRole('MANAGER')")
public class ContactDesk {

    /** Up to so many are changed while the person waits. */
    static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final MembersDesk desk;
    private final MemberDirectory directory;
    private final ContactBatches batches;

    ContactDesk(JdbcClient jdbc, MembersDesk desk, MemberDirectory directory, ContactBatches batches) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.desk = desk;
        this.batches = batches;
    }

    /** Returns the contacts of {@code query} from the {@code offset}th on, at most {@code limit}. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<ContactRow> page(ContactQuery query, int offset, int limit) {
        return find(query)
                .map(found -> rows(found.page(offset, limit)))
                .orElseGet(() -> pageOfDatabase(query, offset, limit));
    }

    private Optional<FoundMembers> find(ContactQuery query) {
        return directory.find(query.ofMembers(), query.segments());
    }

    private List<ContactRow> rows(List<MemberId> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        var rows = new HashMap<MemberId, ContactRow>();
        jdbc.sql("SELECT * FROM member WHERE id IN (:ids)")
                .param("ids", ContactBatches.numbers(members))
                .query(row -> {
                    rows.put(new MemberId(row.getLong("id")), row(row));
                });
        return members.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private List<ContactRow> pageOfDatabase(ContactQuery query, int offset, int limit) {
        var sql = new ContactSql(query);
        String text = sql.page(offset, limit);
        return jdbc.sql(text)
                .params(sql.parameters())
                .query((row, _) -> row(row))
                .list();
    }

    /** Returns how many contacts {@code query} finds. */
    @PreAuthorize("hasRole('VIEWER')")
    public long count(ContactQuery query) {
        return find(query).map(FoundMembers::count).orElseGet(() -> countOfDatabase(query));
    }

    private long countOfDatabase(ContactQuery query) {
        var sql = new ContactSql(query);
        String text = sql.count();
        return jdbc.sql(text).params(sql.parameters()).query(Long.class).single();
    }

    /** Tells whether a nominee is in {@code selection}. */
    @PreAuthorize("hasRole('VIEWER')")
    public boolean hasNominee(ContactSelection selection) {
        if (selection.all() && selection.query().kind() != MemberKind.ADVOCATE) {
            Optional<FoundMembers> nominees = find(selection.query().withKind(MemberKind.NOMINEE));
            if (nominees.isPresent()) {
                return nominees.get().page(0, selection.ids().size() + 1).stream()
                        .anyMatch(selection::contains);
            }
        }
        return !read(selection, "SELECT id FROM member WHERE %s AND kind = 'NOMINEE' LIMIT 1")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Returns how many of {@code selection} have a link that archiving takes back. */
    @PreAuthorize("hasRole('VIEWER')")
    public long withLink(ContactSelection selection) {
        return read(selection, """
                        SELECT COUNT(*) FROM member WHERE %s AND EXISTS (
                            SELECT 1 FROM invitation i WHERE i.member_id = member.id AND i.state IN ('QUEUED', 'OPEN'))""").query(Long.class).single();
    }

    private JdbcClient.StatementSpec read(ContactSelection selection, String statement) {
        var sql = new ContactSql(selection.query());
        String condition = sql.condition(selection);
        return jdbc.sql(statement.formatted(condition)).params(sql.parameters());
    }

    /**
     * Begins to do {@code change} to {@code selection} where it is more than anybody would wait for; it goes on by itself.
     *
     * @return empty where nothing was begun, since they are few
     */
    @Transactional
    public Optional<MemberTaskId> begin(ContactSelection selection, MemberChange.Kind change) {
        long[] members = batches.numbersOf(selection);
        return members.length <= AT_ONCE ? Optional.empty() : Optional.of(desk.start(members, MemberChange.of(change)));
    }

    /** Returns how far what was begun has come. */
    public Optional<MemberTaskProgress> progress(MemberTaskId task) {
        return desk.progress(task);
    }

    /** Makes the nominees of {@code selection} advocates, without mail, and returns how many there were. */
    @Transactional
    public int upgrade(ContactSelection selection) {
        return change(selection, Kind.UPGRADE).size();
    }

    /** Archives {@code selection}; their links stop working. Returns who was archived, so that it can be undone. */
    @Transactional
    public Set<MemberId> archive(ContactSelection selection) {
        return change(selection, Kind.ARCHIVE);
    }

    /** Brings archived contacts back; links that stopped working stay so. Returns how many came back. */
    @Transactional
    public int restore(ContactSelection selection) {
        return change(selection, Kind.RESTORE).size();
    }

    /** Unlocks contacts; links that stopped working stay so. Returns who was unlocked, so that it can be undone. */
    @Transactional
    public Set<MemberId> unlock(ContactSelection selection) {
        return change(selection, Kind.UNLOCK);
    }

    /** Locks contacts again who were unlocked a moment ago. */
    @Transactional
    public void lockAgain(ContactSelection selection) {
        change(selection, Kind.LOCK);
    }

    private Set<MemberId> change(ContactSelection selection, Kind kind) {
        return desk.change(batches.lock(batches.ids(selection)), MemberChange.of(kind));
    }

    private static ContactRow row(ResultSet row) throws SQLException {
        return new ContactRow(
                new MemberId(row.getLong("id")),
                row.getString("name"),
                row.getString("email"),
                Objects.requireNonNullElse(row.getString("company"), ""),
                MemberKind.valueOf(row.getString("kind")),
                MemberSource.valueOf(row.getString("source")),
                Objects.requireNonNull(Utc.fromColumn(row, "created_at")),
                Utc.fromColumn(row, "last_invited_at"),
                state(row));
    }

    private static ContactRow.State state(ResultSet row) throws SQLException {
        if (row.getObject("archived_at") != null) {
            return ContactRow.State.ARCHIVED;
        }
        if (row.getObject("locked_at") != null) {
            return ContactRow.State.LOCKED;
        }
        return row.getObject("opted_out_at") != null ? ContactRow.State.OPTED_OUT : ContactRow.State.ACTIVE;
    }
}
