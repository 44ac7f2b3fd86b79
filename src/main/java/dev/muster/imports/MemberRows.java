package dev.muster.imports;

import dev.muster.members.MemberPulse;
import dev.muster.members.MemberSource;
import dev.muster.members.StandardField;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes members by the thousand: each method is one statement, however many members it is about. */
@Repository
class MemberRows {

    private final JdbcTemplate jdbc;
    private final MemberPulse pulse;

    MemberRows(JdbcTemplate jdbc, MemberPulse pulse) {
        this.jdbc = jdbc;
        this.pulse = pulse;
    }

    /** Adds the members that an import brings in. */
    void insert(List<Person> people, ImportId importId, Instant now) {
        pulse.touch(people.stream().map(Person::id).toList());
        String created = Sql.moment(now);
        Sql.batch(jdbc, """
                INSERT INTO member (id, version, name, email, email_key, title, company, salesforce_id,
                    external_contact_id, external_account_id, field_values, kind, source, import_id, created_at,
                    first_invited_at, last_invited_at)
                VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", people, (row, person) -> {
            MemberState member = person.result();
            row.setLong(1, person.id());
            row.setString(2, text(member, StandardField.NAME));
            row.setString(3, member.email().shown());
            row.setString(4, member.email().key());
            setDetails(row, 5, member);
            row.setString(12, MemberSource.CSV_IMPORT.name());
            row.setLong(13, importId.value());
            row.setString(14, created);
            // Whoever comes in with an invitation is invited in the same moment.
            String invited = member.standing().isTaken() ? created : null;
            row.setString(15, invited);
            row.setString(16, invited);
        });
    }

    /** Brings the rows of members up to what a chunk made of them. They have to be locked. */
    void update(List<Person> people) {
        write(people.stream()
                .map(person -> new MemberWrite(person.id(), person.result()))
                .toList());
    }

    /** What the row of a member becomes. */
    record MemberWrite(long id, MemberState state) {}

    /** Brings the rows of members, which have to be locked, up to date. */
    void write(List<MemberWrite> members) {
        Sql.batch(jdbc, """
                UPDATE member SET version = version + 1, name = ?, title = ?, company = ?, salesforce_id = ?,
                    external_contact_id = ?, external_account_id = ?, field_values = ?, kind = ?, first_invited_at = ?,
                    last_invited_at = ?
                WHERE id = ?""", members, (row, write) -> {
            MemberState member = write.state();
            row.setString(1, text(member, StandardField.NAME));
            setDetails(row, 2, member);
            row.setString(9, Sql.moment(member.standing().firstInvitedAt()));
            row.setString(10, Sql.moment(member.standing().lastInvitedAt()));
            row.setLong(11, write.id());
        });
    }

    /** Binds title, company, the three ids, the values and the kind, from {@code from} on. */
    private static void setDetails(PreparedStatement row, int from, MemberState member) throws SQLException {
        row.setString(from, text(member, StandardField.TITLE));
        row.setString(from + 1, text(member, StandardField.COMPANY));
        row.setString(from + 2, text(member, StandardField.SALESFORCE_ID));
        row.setString(from + 3, text(member, StandardField.EXTERNAL_CONTACT_ID));
        row.setString(from + 4, text(member, StandardField.EXTERNAL_ACCOUNT_ID));
        row.setString(from + 5, member.values().toDocument());
        row.setString(from + 6, member.standing().kind().name());
    }

    private static @Nullable String text(MemberState member, StandardField field) {
        return member.texts().get(field);
    }
}
