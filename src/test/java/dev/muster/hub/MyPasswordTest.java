package dev.muster.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.OtherPasswords.Outcome;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** How members change the password that they joined with. */
@ServiceTest
class MyPasswordTest {

    private static final MemberId ANA = new MemberId(1);
    private static final String OLD = "the one she joined with";
    private static final String NEW = "a better one for later";

    @Autowired
    MyPassword desk;

    @Autowired
    HubLogins logins;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @BeforeEach
    void aMemberIsLoggedIn() {
        StoredMember.contact(1, "Ana", "ana@a.example")
                .joined(Instant.parse("2026-01-05T08:00:00Z"))
                .in(jdbc);
        jdbc.sql("INSERT INTO member_login (member_id, password_hash, created_at) VALUES (1, ?, '2026-01-05')")
                .param(passwords.encode(OLD))
                .update();
        actAs(ana());
    }

    @Test
    void theNewPasswordCountsAndIsRecordedAndItsOwnerIsTold() {
        assertThat(desk.change(OLD, NEW)).isEqualTo(Outcome.CHANGED);

        assertThat(passwords.matches(NEW, ana().passwordHash())).isTrue();
        assertThat(jdbc.sql("SELECT actor, action, object_type, object_id, detail FROM audit_entry")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("Member 1", "member.change-password", "member", "1", null);
        assertThat(jdbc.sql("SELECT to_address, purpose FROM mail")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("ana@a.example", "ACCOUNT_NOTICE");
    }

    @Test
    void otherSessionsEndAtTheirNextRequest(@Autowired WebApplicationContext context) throws Exception {
        var elsewhere = new MockHttpSession();
        elsewhere.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authenticated(ana())));

        desk.change(OLD, NEW);
        MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/hub").session(elsewhere));

        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(logins.mayStay(ana())).isTrue();
    }

    @Test
    void aWrongCurrentPasswordChangesNothingAndGuessingEnds() {
        // Failures are counted by the address, for longer than one test.
        jdbc.sql("UPDATE member SET email = 'guessed@a.example', email_key = 'guessed@a.example'")
                .update();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(desk.change("not the one she has", NEW)).isEqualTo(Outcome.WRONG);
        }

        assertThat(desk.change(OLD, NEW)).isEqualTo(Outcome.TOO_MANY_ATTEMPTS);
        assertThat(passwords.matches(OLD, ana().passwordHash())).isTrue();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aShortPasswordAndAnybodyElseAreRefused() {
        assertThatThrownBy(() -> desk.change(OLD, "short")).isInstanceOf(IllegalArgumentException.class);
        users.actAs("Mara Lindqvist", Role.VIEWER);
        assertThatThrownBy(() -> desk.change(OLD, NEW))
                .isInstanceOfAny(AccessDeniedException.class, IllegalStateException.class);
    }

    private LoggedInMember ana() {
        return logins.find(ANA).orElseThrow();
    }

    private static void actAs(LoggedInMember member) {
        SecurityContextHolder.getContext().setAuthentication(authenticated(member));
    }

    private static UsernamePasswordAuthenticationToken authenticated(LoggedInMember member) {
        return UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(member), null, member.getAuthorities());
    }
}
