package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.muster.common.Json;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.core.type.TypeReference;

@ServiceTest
class ApiTokenTest {

    @Autowired
    TokenDesk desk;

    @Autowired
    TokenLogin login;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Users users;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private MockMvc mvc;
    private AccountId ada;

    @BeforeEach
    void startWithAnAdministrator(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        ada = users.actAs("Ada Admin", Role.ADMINISTRATOR).id();
    }

    @Test
    void aTokenActsAsItsCreatorWithAtMostItsRole() {
        String token = desk.create("CRM export", Role.MANAGER, null);

        assertThat(login.logIn(token)).hasValueSatisfying(user -> {
            assertThat(user.id()).isEqualTo(ada);
            assertThat(user.role()).isEqualTo(Role.MANAGER);
        });
        change(account -> account.changeRole(Role.VIEWER));
        assertThat(login.logIn(token).map(LoggedIn::role)).hasValue(Role.VIEWER);
        change(account -> account.disable(clock.instant()));
        assertThat(login.logIn(token)).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoToken() {
        String token = desk.create("CRM export", Role.VIEWER, null);

        assertThat(token).startsWith("muster_").hasSize("muster_".length() + 43);
        assertThat(jdbc.sql("SELECT token_hash FROM api_token")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(token);
    }

    @Test
    void aRevokedTokenStopsAtOnceAndAnExpiredOneWhenItsTimeIsUp() throws Exception {
        String revoked = desk.create("First", Role.VIEWER, null);
        String expiring = desk.create("Second", Role.VIEWER, clock.instant().plus(Duration.ofDays(1)));
        assertThat(request(revoked).getStatus()).isEqualTo(404);

        desk.revoke(desk.tokens().getLast().id());
        assertThat(request(revoked).getStatus()).isEqualTo(401);
        assertThat(request(expiring).getStatus()).isEqualTo(404);
        clock.advance(Duration.ofDays(1));
        assertThat(request(expiring).getStatus()).isEqualTo(401);

        SecurityContextHolder.clearContext();
        assertThat(tokens.all())
                .extracting(ApiToken::standing)
                .containsExactly(ApiToken.Standing.EXPIRED, ApiToken.Standing.REVOKED);
    }

    @Test
    void theLastUseIsKept() {
        String token = desk.create("CRM export", Role.VIEWER, null);
        assertThat(desk.tokens().getFirst().lastUsedAt()).isNull();

        login.logIn(token);

        assertThat(desk.tokens().getFirst().lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void theTokenOfTheEnvironmentActsAsTheFirstAdministrator() {
        users.create("Bo Admin", Role.ADMINISTRATOR);
        var withToken = new TokenLogin(tokens, " a token that the environment sets ");

        assertThat(withToken.logIn("a token that the environment sets").map(LoggedIn::id))
                .hasValue(ada);
        assertThat(withToken.logIn("another token")).isEmpty();
        assertThat(new TokenLogin(tokens, "").logIn("")).isEqualTo(Optional.empty());
    }

    @Test
    void aRequestWithoutATokenIsToldSoAsAProblemDetail() throws Exception {
        MockHttpServletResponse response = request(null);

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"Muster\"");
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getHeaders("Set-Cookie")).isEmpty();
        assertThat(problem(response))
                .containsEntry("status", 401)
                .containsEntry("title", "Unauthorized")
                .containsEntry("detail", "Send a token: Authorization: Bearer <token>.")
                .containsEntry("instance", "/api/v1/nothing");
    }

    @Test
    void aWrongTokenIsToldSo() throws Exception {
        MockHttpServletResponse response = request("guessed");

        assertThat(response.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"Muster\", error=\"invalid_token\"");
        assertThat(problem(response))
                .containsEntry("detail", "This token does not work. It may be mistyped, revoked or expired.");
    }

    @Test
    void onlyAdministratorsHandOutTokens() {
        users.actAs("Mona Manager", Role.MANAGER);

        assertThatThrownBy(() -> desk.create("Mine", Role.VIEWER, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.tokens()).isInstanceOf(AccessDeniedException.class);
    }

    private void change(Consumer<Account> step) {
        Account account = accounts.findById(ada.value()).orElseThrow();
        step.accept(account);
        accounts.save(account);
    }

    private MockHttpServletResponse request(@Nullable String token) throws Exception {
        var request = post("/api/v1/nothing");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var user = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        var response = mvc.perform(request).andReturn().getResponse();
        SecurityContextHolder.setContext(user);
        return response;
    }

    private static Map<String, Object> problem(MockHttpServletResponse response) throws Exception {
        return Json.read(response.getContentAsString(), new TypeReference<Map<String, Object>>() {});
    }
}
