package dev.muster.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.muster.security.OtherPasswords.Outcome;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** How members change the password that they joined with. */
@ServiceTest
class MyPasswordTest {

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

    private JoinedAna ana;

    @BeforeEach
    void aMemberIsLoggedIn() {
        ana = JoinedAna.in(jdbc, passwords, logins);
        ana.acts();
    }

    @Test
    void theNewPasswordCountsAndIsRecordedAndItsOwnerIsTold() {
        assertThat(desk.change(JoinedAna.PASSWORD, NEW)).isEqualTo(Outcome.CHANGED);

        assertThat(passwords.matches(NEW, ana.login().passwordHash())).isTrue();
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
                new SecurityContextImpl(ana.authenticated()));

        desk.change(JoinedAna.PASSWORD, NEW);
        MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/hub").session(elsewhere));

        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(logins.mayStay(ana.login())).isTrue();
    }

    @Test
    void aWrongCurrentPasswordChangesNothingAndGuessingEnds() {
        // Failures are counted by the address, for longer than one test.
        jdbc.sql("UPDATE member SET email = 'guessed@a.example', email_key = 'guessed@a.example'")
                .update();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(desk.change("not the one she has", NEW)).isEqualTo(Outcome.WRONG);
        }

        assertThat(desk.change(JoinedAna.PASSWORD, NEW)).isEqualTo(Outcome.TOO_MANY_ATTEMPTS);
        assertThat(passwords.matches(JoinedAna.PASSWORD, ana.login().passwordHash()))
                .isTrue();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aShortPasswordAndAnybodyElseAreRefused() {
        assertThatThrownBy(() -> desk.change(JoinedAna.PASSWORD, "short")).isInstanceOf(IllegalArgumentException.class);
        users.actAs("Mara Lindqvist", Role.VIEWER);
        assertThatThrownBy(() -> desk.change(JoinedAna.PASSWORD, NEW))
                .isInstanceOfAny(AccessDeniedException.class, IllegalStateException.class);
    }
}
