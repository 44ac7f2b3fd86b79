package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.EmailAddress;
import dev.muster.members.StoredMember;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@ServiceTest
class PasswordResetTest {

    private static final String PASSWORD = "correct horse battery";
    private static final EmailAddress MARA = address("mara.lindqvist@hub.example");

    @Autowired
    PasswordResetDesk desk;

    @Autowired
    WriteResetLetter letter;

    @Autowired
    PasswordResets resets;

    @Autowired
    ChangePassword change;

    @Autowired
    OtherLogins logins;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Users users;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    /** Writes the letters before it answers, and has seen no attempts. */
    private PasswordResetDesk requests;

    private AccountId mara;

    @BeforeEach
    void startWithOneAccount() {
        mara = users.create("Mara Lindqvist", Role.ADMINISTRATOR).id();
        requests = new PasswordResetDesk(letter, resets, change, Runnable::run, clock);
    }

    @Test
    void onlyAnAddressWithAnAccountGetsALetterAndTheAnswerIsTheSame() {
        assertThat(requests.request(address("MARA.Lindqvist@HUB.example"), "10.0.0.1"))
                .isTrue();
        assertThat(requests.request(address("nobody@hub.example"), "10.0.0.1")).isTrue();

        assertThat(jdbc.sql("SELECT to_address, purpose FROM mail")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("mara.lindqvist@hub.example", "PASSWORD_RESET");
    }

    @Test
    void theDatabaseHoldsNothingThatOpensTheAccount() {
        requests.request(MARA, "10.0.0.1");

        assertThat(jdbc.sql("SELECT text_body, html_body FROM mail")
                        .query()
                        .singleRow()
                        .values())
                .allSatisfy(body ->
                        assertThat(body.toString()).startsWith("sealed:").doesNotContain("password-reset"));
        String token = resets.renew(mara, Duration.ofHours(1));
        assertThat(jdbc.sql("SELECT token_hash FROM password_reset")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .doesNotContain(token);
    }

    @Test
    void aLinkSetsOnePassword() {
        String token = resets.renew(mara, Duration.ofHours(1));
        assertThat(desk.find(token)).isEqualTo(ResetLink.USABLE);
        assertThat(desk.find(token)).isEqualTo(ResetLink.USABLE);

        assertThat(desk.use(token, PASSWORD)).isEqualTo(ResetLink.USABLE);

        assertThat(desk.find(token)).isEqualTo(ResetLink.USED);
        assertThat(desk.use(token, "another password of Eve")).isEqualTo(ResetLink.USED);
        assertThat(passwords.matches(PASSWORD, passwordHash())).isTrue();
        assertThat(jdbc.sql("SELECT purpose FROM mail").query(String.class).list())
                .containsExactly("ACCOUNT_NOTICE");
        assertThat(jdbc.sql("SELECT action FROM audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("account.reset-password");
    }

    @Test
    void aMemberWhoForgotThePasswordGetsALinkThatSetsANewOne() {
        StoredMember.contact(7, "Jose Alvarez", "jose@puertoverde.example")
                .joined(clock.instant())
                .in(jdbc);
        jdbc.sql("INSERT INTO member_login (member_id, password_hash, created_at) VALUES (7, 'old', '2026-11-22')")
                .update();
        var session = logins.find(address("jose@puertoverde.example")).orElseThrow();
        assertThat(logins.mayStay(session)).isTrue();

        requests.request(address("JOSE@puertoverde.example"), "10.0.0.1");
        assertThat(jdbc.sql("SELECT to_address FROM mail WHERE purpose = 'PASSWORD_RESET'")
                        .query(String.class)
                        .list())
                .containsExactly("jose@puertoverde.example");
        String token = resets.renew(new PasswordOwner.OfMember(7), Duration.ofHours(1));
        assertThat(desk.find(token)).isEqualTo(ResetLink.USABLE);
        assertThat(desk.use(token, PASSWORD)).isEqualTo(ResetLink.USABLE);

        assertThat(logins.mayStay(session))
                .as("a session with the old password")
                .isFalse();
        assertThat(passwords.matches(
                        PASSWORD,
                        jdbc.sql("SELECT password_hash FROM member_login")
                                .query(String.class)
                                .single()))
                .isTrue();
        assertThat(desk.use(token, PASSWORD)).isEqualTo(ResetLink.USED);
    }

    @Test
    void aLockedMemberSetsNoPassword() {
        StoredMember.contact(7, "Jose Alvarez", "jose@puertoverde.example")
                .joined(clock.instant())
                .locked(clock.instant())
                .in(jdbc);
        jdbc.sql("INSERT INTO member_login (member_id, password_hash, created_at) VALUES (7, 'old', '2026-11-22')")
                .update();

        requests.request(address("jose@puertoverde.example"), "10.0.0.1");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single())
                .isZero();
        String token = resets.renew(new PasswordOwner.OfMember(7), Duration.ofHours(1));
        assertThat(desk.use(token, PASSWORD)).isEqualTo(ResetLink.UNKNOWN);
    }

    @Test
    void aLinkEndsAfterAnHour() {
        String token = resets.renew(mara, WriteResetLetter.WORKS_FOR);
        clock.advance(Duration.ofMinutes(59));
        assertThat(desk.find(token)).isEqualTo(ResetLink.USABLE);

        clock.advance(Duration.ofMinutes(1));

        assertThat(desk.find(token)).isEqualTo(ResetLink.EXPIRED);
        assertThat(desk.use(token, PASSWORD)).isEqualTo(ResetLink.EXPIRED);
    }

    @Test
    void aNewerLinkRevokesTheOneBefore() {
        String older = resets.renew(mara, Duration.ofHours(1));
        String newer = resets.renew(mara, Duration.ofHours(1));

        assertThat(desk.find(older)).isEqualTo(ResetLink.REPLACED);
        assertThat(desk.use(older, PASSWORD)).isEqualTo(ResetLink.REPLACED);
        assertThat(desk.find(newer)).isEqualTo(ResetLink.USABLE);
    }

    @Test
    void aDisabledAccountGetsNoLetterAndItsLinkIsUnknown() {
        String token = resets.renew(mara, Duration.ofHours(1));
        Account account = accounts.findById(mara.value()).orElseThrow();
        account.disable(clock.instant());
        accounts.save(account);

        requests.request(MARA, "10.0.0.1");

        assertThat(desk.find(token)).isEqualTo(ResetLink.UNKNOWN);
        assertThat(desk.use(token, PASSWORD)).isEqualTo(ResetLink.UNKNOWN);
        assertThat(desk.find("guessed")).isEqualTo(ResetLink.UNKNOWN);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void afterFiveRequestsForAnAddressFromOnePlaceTheNextIsRefused() {
        for (int i = 0; i < 5; i++) {
            assertThat(requests.request(address("nobody@hub.example"), "10.0.0.1"))
                    .isTrue();
        }

        assertThat(requests.request(address("nobody@hub.example"), "10.0.0.1")).isFalse();
        clock.advance(Duration.ofMinutes(5));
        assertThat(requests.request(address("nobody@hub.example"), "10.0.0.1")).isTrue();
    }

    @Test
    void nobodyGetsMoreThanFiveLettersAnHourWhereverTheyAreAskedForFrom() {
        for (int i = 0; i < 8; i++) {
            assertThat(requests.request(MARA, "10.0.0." + i)).isTrue();
        }

        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single())
                .isEqualTo(5);
    }

    @Test
    void aShortPasswordLeavesTheLinkAsItIs() {
        String token = resets.renew(mara, Duration.ofHours(1));

        assertThatThrownBy(() -> desk.use(token, "12345678901")).hasMessage("A password has at least 12 characters.");
        assertThat(desk.find(token)).isEqualTo(ResetLink.USABLE);
    }

    private String passwordHash() {
        return accounts.findById(mara.value()).orElseThrow().passwordHash();
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
