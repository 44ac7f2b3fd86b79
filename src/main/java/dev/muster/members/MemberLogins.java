package dev.muster.members;

import dev.muster.common.EmailAddress;
import dev.muster.common.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How members that have joined log in. For services; it checks no rights. */
@Component
public class MemberLogins {

    private static final String LOGIN = """
            SELECT m.id, m.name, m.email, l.password_hash
            FROM member m JOIN member_login l ON l.member_id = m.id
            WHERE m.joined_at IS NOT NULL AND m.archived_at IS NULL AND m.locked_at IS NULL AND\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberLogins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A member that may log in now. */
    public record Login(MemberId id, String name, String email, String passwordHash) {
        @Override
        public String toString() {
            return "Login[%d]".formatted(id.value());
        }
    }

    /** Returns who logs in with {@code address}; empty where nobody may. */
    public Optional<Login> find(EmailAddress address) {
        return one("m.email_key = ?", address.key());
    }

    /** Returns how {@code member} logs in; empty where it may not, such as when it was locked. */
    public Optional<Login> find(MemberId member) {
        return one("m.id = ?", member.value());
    }

    void create(MemberId member, String passwordHash) {
        jdbc.sql("INSERT INTO member_login (member_id, password_hash, created_at) VALUES (?, ?, ?)")
                .params(member.value(), passwordHash, Utc.toColumn(clock.instant()))
                .update();
    }

    /** Gives {@code member} another password. */
    public void changePassword(MemberId member, String passwordHash) {
        jdbc.sql("UPDATE member_login SET password_hash = ? WHERE member_id = ?")
                .params(passwordHash, member.value())
                .update();
    }

    /** Keeps that {@code member} has logged in this moment. */
    public void loggedIn(MemberId member) {
        jdbc.sql("UPDATE member_login SET last_login_at = ? WHERE member_id = ?")
                .params(Utc.toColumn(clock.instant()), member.value())
                .update();
    }

    /** Returns when {@code member} logged in last; empty where it never did. */
    Optional<Instant> lastLogin(MemberId member) {
        return jdbc.sql("SELECT last_login_at FROM member_login WHERE member_id = ? AND last_login_at IS NOT NULL")
                .param(member.value())
                .query((row, _) -> Objects.requireNonNull(Utc.fromColumn(row, "last_login_at")))
                .optional();
    }

    private Optional<Login> one(String condition, Object value) {
        return jdbc.sql(LOGIN + condition)
                .param(value)
                .query((row, _) -> new Login(
                        new MemberId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("password_hash")))
                .optional();
    }
}
