package dev.muster.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.muster.common.Utc;
import dev.muster.invitations.InvitationDesk;
import dev.muster.invitations.InvitationFile;
import dev.muster.mail.PersonalLinks;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages behind personal links, as browsers and mail scanners ask for them. */
@ServiceTest
class PersonalPagesTest {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    InvitationDesk desk;

    @Autowired
    InvitationFile file;

    @Autowired
    PersonalLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private MockMvc mvc;
    private String link = "";

    @BeforeEach
    void someoneIsInvited(@Autowired WebApplicationContext context, @Autowired Users users) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "José <b>Álvarez</b>", "jose@puertoverde.example")
                .in(jdbc);
        desk.invite(new MemberId(1));
        link = Objects.requireNonNull(file.find(new MemberId(1)).orElseThrow().link())
                .getPath();
        SecurityContextHolder.clearContext();
    }

    @Test
    void openingALinkGivesNoSessionAndTellsNobodyWhereOneCameFrom() throws Exception {
        MockHttpServletResponse page = ask(get(link));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Welcome, José", "jose@puertoverde.example", "José &lt;b&gt;Álvarez&lt;/b&gt;")
                .doesNotContain("<b>");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void whoeverJoinsIsLoggedInAsAMemberAndNoMore() throws Exception {
        var result = mvc.perform(post(link).param("name", "José").param("password", PASSWORD))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(303);
        assertThat(result.getResponse().getHeader("Location")).isEqualTo("/hub?joined");
        var session =
                (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false));
        var context = (SecurityContext) Objects.requireNonNull(
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        assertThat(Objects.requireNonNull(context.getAuthentication()).getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_MEMBER");
        assertThat(ask(get(link)).getContentAsString()).contains("You have already joined");
    }

    @Test
    void aMemberLogsInOnTheSamePageAndALockedOneDoesNot() throws Exception {
        ask(post(link).param("name", "José").param("password", PASSWORD));
        assertThat(lastLogins()).containsExactly(clock.instant());
        clock.advance(Duration.ofHours(1));
        assertThat(logIn()).isEqualTo("/");
        assertThat(lastLogins()).containsExactly(clock.instant());
        jdbc.sql("UPDATE member SET locked_at = created_at").update();
        assertThat(logIn()).isEqualTo("/login?error");
    }

    @Test
    void anotherSiteCannotHaveSomebodyJoin() throws Exception {
        MockHttpServletResponse answer = ask(post(link)
                .header("Sec-Fetch-Site", "cross-site")
                .param("name", "José")
                .param("password", PASSWORD));

        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Test
    void aShortPasswordIsRefusedWithTheNameKept() throws Exception {
        MockHttpServletResponse page =
                ask(post(link).param("name", "\"><script>x</script>").param("password", "short"));

        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString())
                .contains("Use 12 characters or more.", "&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>x");
    }

    @Test
    void anUnknownLinkHasAFriendlyPage() throws Exception {
        MockHttpServletResponse page = ask(get("/join/nothing-that-we-know"));

        assertThat(page.getStatus()).isEqualTo(404);
        assertThat(page.getContentAsString()).contains("We do not know this link");
        assertThat(ask(get("/join/g/gone")).getStatus()).isEqualTo(404);
    }

    @Test
    void aReplacedAnExpiredAndARevokedLinkEachSayWhatToDo() throws Exception {
        jdbc.sql("UPDATE invitation SET state = 'REPLACED', ended_at = '2026-11-05 10:00:00'")
                .update();
        assertThat(ask(get(link)).getContentAsString())
                .contains("A newer invitation was sent", "5 November 2026", "Send me the newest link");
        jdbc.sql("UPDATE invitation SET state = 'OPEN', ended_at = NULL, expires_at = '2020-03-04 10:00:00'")
                .update();
        assertThat(ask(get(link)).getContentAsString())
                .contains("This invitation has expired", "4 March 2020", "Ask for a new invitation");
        assertThat(ask(post(link).param("name", "José").param("password", PASSWORD))
                        .getContentAsString())
                .contains("This invitation has expired");
        assertThat(ask(post(link + "/new-link")).getContentAsString())
                .contains("If we know this address, a mail is on its way.");
        jdbc.sql("UPDATE invitation SET state = 'REVOKED'").update();
        assertThat(ask(get(link)).getStatus()).isEqualTo(404);
        assertThat(ask(get(link)).getContentAsString()).contains("We do not know this link");
    }

    @Test
    void aJoinCodeThatIsGoneTakesNobody() throws Exception {
        MockHttpServletResponse answer =
                ask(post("/join/g/gone").param("name", "A").param("email", "a@example.com"));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("We do not know this link");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM member").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void aSecondClickOnJoinSaysThatOneIsIn() throws Exception {
        ask(post(link).param("name", "José").param("password", PASSWORD));
        MockHttpServletResponse second =
                ask(post(link).param("name", "Other").param("password", "another long password"));

        assertThat(second.getContentAsString()).contains("You have already joined");
        assertThat(jdbc.sql("SELECT name FROM member").query(String.class).single())
                .isEqualTo("José");
    }

    @Test
    void oneClickOptsOutAndOpeningThePageDoesNot() throws Exception {
        String optOut = links.toOptOut(1).getPath();
        assertThat(ask(get(optOut)).getContentAsString()).contains("No more mail?");
        assertThat(optedOut()).isZero();
        assertThat(ask(post(optOut).param("List-Unsubscribe", "One-Click")).getStatus())
                .isEqualTo(200);
        assertThat(optedOut()).isEqualTo(1);
    }

    @Test
    void aGroupsPageAnswersTheKnownAndTheNewAlike() throws Exception {
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, join_code, join_code_key,
                            joined_by_default, created_at)
                        VALUES (7, 0, 'Secret name', 'secret name', 'emea', 'emea', FALSE, '2026-01-01')""").update();
        assertThat(ask(get("/join/g/EMEA")).getContentAsString()).doesNotContain("Secret name");
        String known = enter("jose@puertoverde.example");
        String unknown = enter("new@example.com");

        assertThat(known).isEqualTo(unknown).contains("If we know this address, a mail is on its way.");
    }

    private String enter(String email) throws Exception {
        return ask(post("/join/g/emea").param("name", "A").param("email", email))
                .getContentAsString();
    }

    private List<@Nullable Instant> lastLogins() {
        return jdbc.sql("SELECT last_login_at FROM member_login")
                .query((row, _) -> Utc.fromColumn(row, "last_login_at"))
                .list();
    }

    private long optedOut() {
        return jdbc.sql("SELECT COUNT(opted_out_at) FROM member")
                .query(Long.class)
                .single();
    }

    private String logIn() throws Exception {
        return Objects.requireNonNull(ask(post("/login")
                        .with(csrf())
                        .param("username", "jose@puertoverde.example")
                        .param("password", PASSWORD))
                .getRedirectedUrl());
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        return response;
    }
}
