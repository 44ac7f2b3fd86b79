package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.muster.common.EmailAddress;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class LoginTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SettableClock clock;

    @Autowired
    LoginThrottle throttle;

    private MockMvc mvc;

    @BeforeEach
    void startWithOneAccount(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        accounts.save(new Account(
                "Mara Lindqvist",
                EmailAddress.parse("mara@lumen.example").orElseThrow(),
                passwords.encode(PASSWORD),
                Role.ADMINISTRATOR,
                clock.instant()));
        // Other tests of this context may have failed to log in on purpose.
        throttle.forgetAll();
    }

    @Test
    void rightPasswordOpensASessionWithANewId() throws Exception {
        var before = new MockHttpSession();
        String oldId = before.getId();

        assertThat(logIn("MARA@lumen.example ", PASSWORD, before)).isEqualTo("/");

        assertThat(before.getId()).isNotEqualTo(oldId);
    }

    @Test
    void severalLoginsAtTheSameMomentAllSucceed() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            // No more at a time than the throttle lets be under way.
            Callable<@Nullable String> login = () -> logIn("mara@lumen.example", PASSWORD);
            for (var answer : threads.invokeAll(Collections.nCopies(24, login))) {
                assertThat(answer.get()).isEqualTo("/");
            }
        }
    }

    @Test
    void everyFailureLooksTheSame() throws Exception {
        accounts.save(disabled("dora@lumen.example"));

        assertThat(logIn("mara@lumen.example", "wrong password")).isEqualTo("/login?error");
        assertThat(logIn("nobody@lumen.example", PASSWORD)).isEqualTo("/login?error");
        assertThat(logIn("dora@lumen.example", PASSWORD)).isEqualTo("/login?error");
        assertThat(logIn("", "")).isEqualTo("/login?error");
    }

    @Test
    void aFailureKeepsTheAddressButNotThePassword() throws Exception {
        var session = new MockHttpSession();

        assertThat(logIn("mara@lumen.example", "wrong password", session)).isEqualTo("/login?error");

        assertThat(Collections.list(session.getAttributeNames()))
                .noneMatch(name -> "wrong password".equals(session.getAttribute(name)));
        assertThat(session.getAttribute(FailedLogin.ADDRESS)).isEqualTo("mara@lumen.example");
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaitsFiveMinutes() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(logIn("mara@lumen.example", "wrong password")).isEqualTo("/login?error");
        }

        assertThat(logIn("mara@lumen.example", PASSWORD)).isEqualTo("/login?throttled");
        clock.advance(Duration.ofMinutes(5));
        assertThat(logIn("mara@lumen.example", PASSWORD)).isEqualTo("/");
    }

    @Test
    void aRightPasswordForgetsTheFailuresBefore() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                logIn("mara@lumen.example", "wrong password");
            }
            assertThat(logIn("mara@lumen.example", PASSWORD)).isEqualTo("/");
        }
    }

    @Test
    void aVisitorSeesNothingButTheDoor() throws Exception {
        for (String path : new String[] {"/", "/advocates", "/nowhere", "/actuator", "/actuator/env", "/h2-console"}) {
            var response = mvc.perform(get(path)).andReturn().getResponse();
            assertThat(response.getRedirectedUrl()).as(path).isEqualTo("/login");
        }
        assertThat(mvc.perform(get("/actuator/health"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void aChangedRoleCountsInAnOpenSession() throws Exception {
        var session = new MockHttpSession();
        logIn("mara@lumen.example", PASSWORD, session);

        change(account -> account.changeRole(Role.VIEWER));
        mvc.perform(get("/actuator/health").session(session));

        assertThat(roleOf(session)).isEqualTo(Role.VIEWER);
    }

    @Test
    void aDisabledAccountIsLoggedOutAtTheNextRequest() throws Exception {
        var session = new MockHttpSession();
        logIn("mara@lumen.example", PASSWORD, session);

        change(account -> account.disable(clock.instant()));
        var response =
                mvc.perform(get("/advocates").session(session)).andReturn().getResponse();

        assertThat(response.getRedirectedUrl()).isEqualTo("/login");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aChangedPasswordEndsOpenSessions() throws Exception {
        var session = new MockHttpSession();
        logIn("mara@lumen.example", PASSWORD, session);

        change(account -> account.changePassword(passwords.encode("a much better password")));
        var response =
                mvc.perform(get("/advocates").session(session)).andReturn().getResponse();

        assertThat(response.getRedirectedUrl()).isEqualTo("/login");
        assertThat(session.isInvalid()).isTrue();
    }

    private void change(Consumer<Account> step) {
        Account mara = accounts.findByEmailKey("mara@lumen.example").orElseThrow();
        step.accept(mara);
        accounts.save(mara);
    }

    private static Role roleOf(MockHttpSession session) {
        var context = (SecurityContext) Objects.requireNonNull(
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        var authentication = Objects.requireNonNull(context.getAuthentication());
        return ((LoggedIn) Objects.requireNonNull(authentication.getPrincipal())).role();
    }

    private Account disabled(String email) {
        var account = new Account(
                "Dora",
                EmailAddress.parse(email).orElseThrow(),
                passwords.encode(PASSWORD),
                Role.VIEWER,
                clock.instant());
        account.disable(clock.instant());
        return account;
    }

    private @Nullable String logIn(String email, String password) throws Exception {
        return logIn(email, password, new MockHttpSession());
    }

    private @Nullable String logIn(String email, String password, MockHttpSession session) throws Exception {
        return mvc.perform(post("/login")
                        .param("username", email)
                        .param("password", password)
                        .session(session)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }
}
