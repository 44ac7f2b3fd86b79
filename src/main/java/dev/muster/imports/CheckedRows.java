package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.ForcedIndex;
import dev.muster.imports.CheckResults.NewMember;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.imports.ChunkPlan.MemberChange;
import dev.muster.imports.Places.Stretch;
import dev.muster.members.StandardField;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What a check keeps beside what an import keeps too: whom it would create or change, and how. */
@Repository
class CheckedRows {

    private static final String FOUND =
            " WHERE import_id = ? AND line BETWEEN ? AND ? AND (? = '%%' OR LOWER(name) LIKE ? ESCAPE '!' OR LOWER(email) LIKE ? ESCAPE '!')";

    private final JdbcTemplate jdbc;

    CheckedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns whom the check has met among the addresses, by their keys. Other checks may have met them too: with their
     * number in the condition, H2 would go through all that this check has met.
     */
    Map<String, CheckedMember> find(ImportId check, Collection<String> keys) {
        var found = new HashMap<String, CheckedMember>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.query(
                Sql.wanted(keys.size()) + "SELECT " + Sql.IN_ORDER
                        + "import_id, email_key, member_id, first_line, email, state, invited"
                        + " FROM wanted JOIN import_checked_member" + ForcedIndex.PRIMARY
                        + " ON email_key = wanted.one",
                row -> {
                    String key = row.getString("email_key");
                    if (row.getLong("import_id") != check.value()) {
                        return;
                    }
                    found.put(
                            key,
                            new CheckedMember(
                                    row.getLong("member_id"),
                                    row.getLong("first_line"),
                                    new EmailAddress(row.getString("email"), key),
                                    row.getString("state"),
                                    row.getBoolean("invited")));
                },
                keys.toArray());
        return found;
    }

    /** Adds whom the check had not met before. */
    void add(ImportId check, List<Person> people) {
        Sql.batch(jdbc, """
                INSERT INTO import_checked_member (email, state, invited, import_id, email_key, member_id, first_line)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", people, (row, person) -> {
            CheckedMember member = CheckedMember.of(person);
            row.setString(1, member.email().shown());
            row.setString(2, member.document());
            row.setBoolean(3, member.invited());
            row.setLong(4, check.value());
            row.setString(5, person.key());
            row.setLong(6, member.memberId());
            row.setLong(7, member.firstLine());
        });
    }

    /** Brings those whom the check had met up to what a chunk makes of them. */
    void update(ImportId check, List<Person> people) {
        Sql.batch(jdbc, """
                UPDATE import_checked_member SET state = ?, invited = invited OR ?
                WHERE import_id = ? AND email_key = ?""", people, (row, person) -> {
            CheckedMember member = CheckedMember.of(person);
            row.setString(1, member.document());
            row.setBoolean(2, member.invited());
            row.setLong(3, check.value());
            row.setString(4, person.key());
        });
    }

    /** Keeps what rows would change. */
    void addChanges(ImportId check, List<MemberChange> changes) {
        Sql.batch(jdbc, """
                INSERT INTO import_checked_change (import_id, line, member_id, email, name, changes)
                VALUES (?, ?, ?, ?, ?, ?)""", changes, (row, change) -> {
            MemberState member = change.person().result();
            row.setLong(1, check.value());
            row.setLong(2, change.line());
            row.setLong(3, change.person().id());
            row.setString(4, member.email().shown());
            row.setString(5, member.texts().getOrDefault(StandardField.NAME, ""));
            row.setString(6, change.document());
        });
    }

    /** A row of {@code import_checked_change}. */
    record StoredChange(long line, long memberId, String email, String name, String changes) {}

    /** Returns a part of those who would come by the rows of a chunk, in the file's order. */
    List<NewMember> created(ImportId check, String words, Stretch part) {
        int chunk = part.chunk().chunk();
        return part.of(Newcomers.with(words, newcomers(check, chunk, chunk).getOrDefault(chunk, List.of())));
    }

    /** Returns how many would come by the rows of each of {@code parts}, which follow each other. */
    List<Integer> countCreated(ImportId check, String words, List<ChunkSummary> parts) {
        Map<Integer, List<NewMember>> people =
                newcomers(check, parts.getFirst().chunk(), parts.getLast().chunk());
        return parts.stream()
                .map(part -> Newcomers.with(words, people.getOrDefault(part.chunk(), List.of()))
                        .size())
                .toList();
    }

    private Map<Integer, List<NewMember>> newcomers(ImportId check, int first, int last) {
        var people = new HashMap<Integer, List<NewMember>>();
        jdbc.query(
                "SELECT chunk, newcomers FROM import_chunk WHERE import_id = ? AND chunk BETWEEN ? AND ?",
                row -> {
                    byte[] document = row.getBytes(2);
                    people.put(row.getInt(1), document == null ? List.of() : Newcomers.decode(document));
                },
                check.value(),
                first,
                last);
        return people;
    }

    /** Returns a part of what the rows of a chunk would change, in the file's order. */
    List<StoredChange> changes(ImportId check, String pattern, Stretch part) {
        return jdbc.query(
                "SELECT line, member_id, email, name, changes FROM import_checked_change" + FOUND
                        + " ORDER BY line LIMIT " + part.rows() + " OFFSET " + part.from(),
                (row, _) -> new StoredChange(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)),
                arguments(check, pattern, part.chunk()));
    }

    /** Returns the lines from one to another whose rows would change a member. */
    Lines linesOfChanges(ImportId check, String pattern, long from, long to) {
        return Lines.of(jdbc, "SELECT line FROM import_checked_change" + FOUND, arguments(check, pattern, from, to));
    }

    private static Object[] arguments(ImportId check, String pattern, ChunkSummary chunk) {
        return arguments(check, pattern, chunk.firstLine(), chunk.lastLine());
    }

    private static Object[] arguments(ImportId check, String pattern, long from, long to) {
        return new Object[] {check.value(), from, to, pattern, pattern, pattern};
    }

    /** Returns what the check said about the rows of {@code chunk}, summed up, by line. */
    Map<Long, Integer> fingerprints(ImportId check, PreparedChunk chunk) {
        var sums = new HashMap<Long, Integer>();
        jdbc.query(
                """
                SELECT outcomes, fingerprints FROM import_chunk
                WHERE import_id = ? AND last_line >= ? AND first_line <= ?""",
                row -> {
                    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes("fingerprints"));
                    for (RowOutcome outcome : ChunkOutcomes.decode(row.getBytes("outcomes"))) {
                        sums.put(outcome.line(), bytes.getInt());
                    }
                },
                check.value(),
                chunk.firstLine(),
                chunk.lastLine());
        return sums;
    }
}
