package dev.muster.testing;

import dev.muster.common.Utc;
import dev.muster.security.AccountId;
import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Gives a test an account to act as. */
@TestComponent
public class Users {

    private final JdbcClient jdbc;
    private final Clock clock;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Creates an account called {@code name} in the {@code role}, and acts as it from here on. */
    public LoggedIn actAs(String name, Role role) {
        LoggedIn user = create(name, role);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        return user;
    }

    /** Creates an account whose address is made of its name: Mara Lindqvist has mara.lindqvist@hub.example. */
    public LoggedIn create(String name, Role role) {
        long id =
                jdbc.sql("SELECT NEXT VALUE FOR account_seq").query(Long.class).single();
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@hub.example";
        jdbc.sql("""
                        INSERT INTO account (id, version, name, email, email_key, password_hash, role, color_scheme, created_at)
                        VALUES (?, 0, ?, ?, ?, '{argon2}unusable', ?, 'SYSTEM', ?)""")
                .params(id, name, email, email, role.name(), Utc.toColumn(clock.instant()))
                .update();
        return new LoggedIn(new AccountId(id), name, email, role, "{argon2}unusable", true);
    }
}
