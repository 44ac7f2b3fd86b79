package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.HubSettings;
import dev.muster.invitations.SendingSettings.Input;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.AdminDesk;
import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDeniedException;

@ServiceTest
class EmailDeskTest {

    @Autowired
    EmailDesk desk;

    @Autowired
    InvitationDesk inviting;

    @Autowired
    OpenInvitations opening;

    @Autowired
    AdminDesk admins;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    LoggedIn first;

    @BeforeEach
    void logIn() {
        first = users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
    }

    @Test
    void untilSomethingIsSavedTheFirstAdministratorSendsAndTheEnvironmentCounts() {
        assertThat(desk.settings()).isEqualTo(new SendingSettings(first.id(), "", "", 10, 90));
        assertThat(desk.urlOfTheEnvironment()).isEmpty();
        assertThat(hub.publicUrl()).isEmpty();
    }

    @Test
    void whatIsSavedIsWhatLettersSay() {
        LoggedIn noor = users.create("Noor Haddad", Role.MANAGER);

        assertThat(desk.save(new SendingSettings(noor.id(), "", " https://Hub.example.com/ ", 25, 0)))
                .isEmpty();

        assertThat(desk.settings()).isEqualTo(new SendingSettings(noor.id(), "", "https://hub.example.com", 25, 0));
        StoredMember.contact(1, "Ann Example", "ann@example.com").in(jdbc);
        inviting.invite(new MemberId(1));
        opening.run(() -> false);
        assertThat(text("SELECT from_name FROM mail")).isEqualTo("Noor Haddad");
        assertThat(text("SELECT reply_to FROM mail")).isEqualTo("noor.haddad@hub.example");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM invitation WHERE expires_at IS NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(hub.baseUrl()).isEqualTo("https://hub.example.com");
    }

    @Test
    void theCompanyOfTheHubCanBeSetAndIsWhatLettersAreFrom() {
        assertThat(desk.save(new SendingSettings(first.id(), "  Lumenworks ", "", 10, 90)))
                .isEmpty();

        assertThat(desk.settings().company()).isEqualTo("Lumenworks");
        StoredMember.contact(1, "Ann Example", "ann@example.com").in(jdbc);
        inviting.invite(new MemberId(1));
        opening.run(() -> false);
        assertThat(text("SELECT from_name FROM mail")).isEqualTo("Mara Lindqvist, Lumenworks");
        assertThat(text("SELECT detail FROM audit_entry WHERE action = 'email.change'"))
                .contains("Company", "Lumenworks");
        assertThat(desk.save(new SendingSettings(first.id(), "x".repeat(256), "", 10, 90)))
                .isEqualTo(Map.of(Input.COMPANY, "invitations.email.problem.company"));
    }

    @Test
    void aSenderWhoseAccountIsClosedGivesWayToTheFirstAdministrator() {
        LoggedIn noor = users.create("Noor Haddad", Role.ADMINISTRATOR);
        desk.save(new SendingSettings(noor.id(), "", "", 10, 90));
        admins.disable(noor.id());

        assertThat(desk.settings().sender()).isEqualTo(first.id());
        assertThat(desk.senders()).extracting(Sender::name).containsExactly("Mara Lindqvist");
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsSaved() {
        LoggedIn viewer = users.create("Vera Viewer", Role.VIEWER);

        assertThat(desk.save(new SendingSettings(viewer.id(), "", "hub.example.com", 0, -1)))
                .isEqualTo(Map.of(
                        Input.SENDER,
                        "invitations.email.problem.sender",
                        Input.BASE_URL,
                        "invitations.email.problem.base-url",
                        Input.PER_SECOND,
                        "invitations.email.problem.per-second",
                        Input.EXPIRY_DAYS,
                        "invitations.email.problem.expiry"));
        assertThat(desk.save(new SendingSettings(first.id(), "", "", 1001, 3651)))
                .containsOnlyKeys(Input.PER_SECOND, Input.EXPIRY_DAYS);

        assertThat(desk.settings()).isEqualTo(new SendingSettings(first.id(), "", "", 10, 90));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theAuditLogSaysWhatChanged() {
        desk.save(new SendingSettings(first.id(), "", "https://hub.example.com", 5, 90));

        assertThat(text("SELECT detail FROM audit_entry WHERE action = 'email.change'"))
                .contains("https://hub.example.com", "Mails per second")
                .doesNotContain("Expiry", "Default sender");
    }

    @Test
    void onlyAdministratorsMay() {
        users.actAs("Max Manager", Role.MANAGER);

        assertThatThrownBy(() -> desk.settings()).isInstanceOf(AuthorizationDeniedException.class);
        assertThatThrownBy(() -> desk.save(new SendingSettings(first.id(), "", "", 10, 90)))
                .isInstanceOf(AuthorizationDeniedException.class);
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
