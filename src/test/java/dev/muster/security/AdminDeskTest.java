package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.EmailAddress;
import dev.muster.security.AdminDesk.NewAccount;
import dev.muster.security.AdminDesk.Outcome;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class AdminDeskTest {

    @Autowired
    AdminDesk desk;

    @Autowired
    Users users;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theHubKeepsAtLeastOneAdministrator() {
        AccountId ada = users.actAs("Ada Admin", Role.ADMINISTRATOR).id();
        AccountId bo = users.create("Bo Admin", Role.ADMINISTRATOR).id();

        assertThat(desk.disable(bo)).isEqualTo(Outcome.DONE);
        assertThat(desk.disable(ada)).isEqualTo(Outcome.LAST_ADMINISTRATOR);
        assertThat(desk.changeRole(ada, Role.VIEWER)).isEqualTo(Outcome.LAST_ADMINISTRATOR);
        assertThat(desk.changeRole(bo, Role.MANAGER)).isEqualTo(Outcome.DONE);
        assertThat(desk.enable(bo)).isEqualTo(Outcome.DONE);

        assertThat(accounts.findById(bo.value()))
                .hasValueSatisfying(account -> assertThat(account.role()).isEqualTo(Role.MANAGER));
    }

    @Test
    void anAddressHasOneAccount() {
        users.actAs("Ada Admin", Role.ADMINISTRATOR);
        assertThat(desk.create(newAccount("bo@hub.example"))).isEqualTo(Outcome.DONE);
        assertThat(desk.create(newAccount("BO@hub.example"))).isEqualTo(Outcome.ADDRESS_TAKEN);
    }

    @Test
    void everyStepIsInTheAuditLog() {
        users.actAs("Ada Admin", Role.ADMINISTRATOR);
        desk.create(newAccount("bo@hub.example"));

        assertThat(jdbc.sql("SELECT actor, action, detail FROM audit_entry")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly(
                        "Ada Admin",
                        "account.create",
                        "{\"name\":\"Bo\",\"changes\":[{\"what\":\"Role\",\"before\":null,\"after\":\"MANAGER\"}]}");
    }

    @Test
    void onlyAdministratorsMayDecide() {
        AccountId mona = users.actAs("Mona Manager", Role.MANAGER).id();

        assertThatThrownBy(() -> desk.accounts()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.changeRole(mona, Role.ADMINISTRATOR)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.create(newAccount("bo@hub.example"))).isInstanceOf(AccessDeniedException.class);
    }

    private static NewAccount newAccount(String email) {
        return new NewAccount("Bo", EmailAddress.parse(email).orElseThrow(), Role.MANAGER, "correct horse battery");
    }
}
