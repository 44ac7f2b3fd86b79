package dev.muster.hub;

import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A member who joined with a password. */
public final class JoinedAna {

    /** What she joined with. */
    public static final String PASSWORD = "the one she joined with";

    private static final MemberId ID = new MemberId(1);

    private final HubLogins logins;

    private JoinedAna(HubLogins logins) {
        this.logins = logins;
    }

    /** Puts her into the hub. */
    public static JoinedAna in(JdbcClient jdbc, PasswordEncoder passwords, HubLogins logins) {
        StoredMember.contact(ID.value(), "Ana", "ana@a.example")
                .joined(Instant.parse("2026-01-05T08:00:00Z"))
                .in(jdbc);
        jdbc.sql("INSERT INTO member_login (member_id, password_hash, created_at) VALUES (?, ?, '2026-01-05')")
                .params(ID.value(), passwords.encode(PASSWORD))
                .update();
        return new JoinedAna(logins);
    }

    /** Returns her as the hub knows her now. */
    public LoggedInMember login() {
        return logins.find(ID).orElseThrow();
    }

    /** Returns her, logged in. */
    public UsernamePasswordAuthenticationToken authenticated() {
        LoggedInMember ana = login();
        return UsernamePasswordAuthenticationToken.authenticated(ana, null, ana.getAuthorities());
    }

    /** Has what follows be done by her. */
    public void acts() {
        SecurityContextHolder.getContext().setAuthentication(authenticated());
    }
}
