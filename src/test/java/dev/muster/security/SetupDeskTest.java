package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import dev.muster.testing.ServiceTest;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

@ServiceTest
class SetupDeskTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    SetupDesk desk;

    @Autowired
    SetupLink link;

    @Autowired
    Accounts accounts;

    @Autowired
    HubSettings settings;

    @Autowired
    PasswordEncoder passwords;

    @Test
    void theLinkCreatesOneAdministratorAndIsUsedUp() {
        String key = link.renew();

        assertThat(desk.create(key, request("Mara Lindqvist", "Mara@Lumen.example")))
                .hasValueSatisfying(user -> assertThat(user.role()).isEqualTo(Role.ADMINISTRATOR));

        assertThat(settings.company()).hasValue("Lumenworks");
        assertThat(accounts.findByEmailKey("mara@lumen.example")).hasValueSatisfying(account -> {
            assertThat(account.passwordHash()).startsWith("{argon2}$argon2id$");
            assertThat(passwords.matches(PASSWORD, account.passwordHash())).isTrue();
        });
        assertThat(desk.isValid(key)).isFalse();
        assertThat(desk.create(key, request("Eve", "eve@evil.example"))).isEmpty();
        assertThat(accounts.count()).isEqualTo(1);
    }

    @Test
    void onlyTheNewestLinkIsValid() {
        String older = link.renew();
        String newer = link.renew();

        assertThat(desk.isValid(older)).isFalse();
        assertThat(desk.isValid("")).isFalse();
        assertThat(desk.isValid(newer)).isTrue();
    }

    @Test
    void ofTwoPeopleWithTheLinkOneWins() throws Exception {
        String key = link.renew();
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> anna = () -> createTogether(together, key, "anna@lumen.example");
            Callable<Boolean> bert = () -> createTogether(together, key, "bert@lumen.example");
            var first = threads.submit(anna);
            var second = threads.submit(bert);

            assertThat(first.get()).isNotEqualTo(second.get());
        }
        assertThat(accounts.count()).isEqualTo(1);
    }

    @Test
    void refusesAShortPassword() {
        String key = link.renew();
        var short11 = new SetupDesk.Request("Mara", address("mara@lumen.example"), "Lumenworks", "12345678901");

        assertThatThrownBy(() -> desk.create(key, short11)).hasMessage("A password has at least 12 characters.");
        assertThat(desk.isValid(key)).isTrue();
    }

    private boolean createTogether(CyclicBarrier together, String key, String email) throws Exception {
        together.await();
        return desk.create(key, request("Someone", email)).isPresent();
    }

    private static SetupDesk.Request request(String name, String email) {
        return new SetupDesk.Request(name, address(email), "Lumenworks", PASSWORD);
    }

    private static EmailAddress address(String email) {
        return EmailAddress.parse(email).orElseThrow();
    }
}
