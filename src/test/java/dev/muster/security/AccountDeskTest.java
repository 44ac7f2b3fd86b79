package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.security.AccountDesk.PasswordOutcome;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@ServiceTest
class AccountDeskTest {

    private static final String OLD = "correct horse battery";
    private static final String NEW = "a much better password";

    @Autowired
    AccountDesk desk;

    @Autowired
    PasswordResets resets;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    private AccountId vera;

    @BeforeEach
    void logIn() {
        vera = logIn("Vera Viewer");
    }

    private AccountId logIn(String name) {
        AccountId id = users.actAs(name, Role.VIEWER).id();
        jdbc.sql("UPDATE account SET password_hash = ?")
                .param(passwords.encode(OLD))
                .update();
        return id;
    }

    @Test
    void theCurrentPasswordIsNeededForANewOne() {
        assertThat(desk.changePassword("a wrong password", NEW)).isEqualTo(new PasswordOutcome.Wrong());
        assertThat(passwords.matches(OLD, desk.mine().passwordHash())).isTrue();
    }

    @Test
    void aChangedPasswordIsKnownToThisSessionAndRevokesLinksThatWereMailed() {
        String token = resets.renew(vera, Duration.ofHours(1));

        assertThat(desk.changePassword(OLD, NEW))
                .isInstanceOfSatisfying(
                        PasswordOutcome.Changed.class,
                        changed -> assertThat(
                                        passwords.matches(NEW, changed.user().passwordHash()))
                                .isTrue());

        assertThat(resets.find(token)).isEqualTo(ResetLink.REPLACED);
        assertThat(jdbc.sql("SELECT subject FROM mail").query(String.class).list())
                .containsExactly("Your password for Muster was changed");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneWaits() {
        logIn("Otto Viewer"); // attempts are counted by the application, which other tests share
        for (int i = 0; i < 5; i++) {
            assertThat(desk.changePassword("a wrong password", NEW)).isEqualTo(new PasswordOutcome.Wrong());
        }

        assertThat(desk.changePassword(OLD, NEW)).isEqualTo(new PasswordOutcome.TooManyAttempts());
    }

    @Test
    void aNewPasswordIsLongEnough() {
        assertThatThrownBy(() -> desk.changePassword(OLD, "12345678901"))
                .hasMessage("A password has at least 12 characters.");
    }

    @Test
    void theNameCanBeChangedAndTheLogHasBoth() {
        assertThat(desk.rename("Vera Vogel").name()).isEqualTo("Vera Vogel");

        assertThat(desk.mine().name()).isEqualTo("Vera Vogel");
        assertThat(jdbc.sql("SELECT detail FROM audit_entry")
                        .query(String.class)
                        .single())
                .contains("Vera Viewer", "Vera Vogel");
    }
}
