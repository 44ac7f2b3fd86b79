package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

@ServiceTest
class FirstAdministratorTest {

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    AuditLog audit;

    @Autowired
    Clock clock;

    @Autowired
    Users users;

    @Test
    void theEnvironmentCreatesTheFirstAdministrator() {
        start("Ops@Lumen.example", "correct horse battery", "");

        assertThat(accounts.findByEmailKey("ops@lumen.example")).hasValueSatisfying(account -> {
            assertThat(account.role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(account.name()).isEqualTo("Ops@Lumen.example");
        });
    }

    @Test
    void aHubWithAnAccountIsLeftAsItIs() {
        users.create("Mara Lindqvist", Role.ADMINISTRATOR);

        start("ops@lumen.example", "correct horse battery", "Ops");

        assertThat(accounts.count()).isEqualTo(1);
    }

    @Test
    void anEnvironmentThatSaysNothingCreatesNobody() {
        start("", "", "");

        assertThat(accounts.count()).isZero();
    }

    @Test
    void aShortPasswordStopsTheStart() {
        assertThatThrownBy(() -> start("ops@lumen.example", "short", ""))
                .isInstanceOf(BadEnvironmentException.class)
                .hasMessage("MUSTER_ADMIN_PASSWORD has 5 characters; at least 12 are needed.");
        assertThat(accounts.count()).isZero();
    }

    @Test
    void aBadAddressStopsTheStart() {
        assertThatThrownBy(() -> start("ops", "correct horse battery", ""))
                .hasMessage("MUSTER_ADMIN_EMAIL is \"ops\", which is not an e-mail address.");
    }

    @Test
    void ofTwoNodesThatStartAtOnceOneCreatesThemAndBothGoOn() {
        var wish = new FirstAdministrator.Wish("ops@lumen.example", "correct horse battery", "Ops");
        PasswordEncoder slow = new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                new FirstAdministrator(accounts, passwords, audit, clock, wish).afterSingletonsInstantiated();
                return passwords.encode(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
                return passwords.matches(password, encoded);
            }
        };

        new FirstAdministrator(accounts, slow, audit, clock, wish).afterSingletonsInstantiated();

        assertThat(accounts.findAll())
                .singleElement()
                .satisfies(account -> assertThat(account.name()).isEqualTo("Ops"));
    }

    private void start(String email, String password, String name) {
        new FirstAdministrator(accounts, passwords, audit, clock, new FirstAdministrator.Wish(email, password, name))
                .afterSingletonsInstantiated();
    }
}
