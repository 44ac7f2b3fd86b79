package dev.muster.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.security.AccountDesk;
import dev.muster.security.ApiToken;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditEntry;
import dev.muster.security.AuditLog;
import dev.muster.security.AuditPages;
import dev.muster.security.AuditQuery;
import dev.muster.security.AuditTrail;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import dev.muster.security.TokenDesk;
import dev.muster.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** My account, the API tokens and the audit log. */
class SettingsPagesTest extends UiTest {

    @Autowired
    AccountDesk account;

    @Autowired
    TokenDesk tokens;

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aViewerChangesTheirNameAndTheSessionKnowsIt() {
        actAs("Vera Viewer", Role.VIEWER);
        navigate(MyAccountView.class);
        assertThat(button("Save").isEnabled()).isFalse();

        test(field("Name")).setValue("Vera Vogel");
        test(button("Save")).click();

        assertThat(account.mine().name()).isEqualTo("Vera Vogel");
        assertThat(currentUser.get().name()).isEqualTo("Vera Vogel");
    }

    @Test
    void whoeverIsCalledByTheAddressIsListedWithItOnce() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        jdbc.sql("UPDATE account SET name = email").update();

        navigate(AdminsView.class);

        assertThat(findInView(ListItem.class).single().getElement().getTextRecursively())
                .containsOnlyOnce("ada.admin@hub.example");
    }

    @Test
    void aNewAdminNeedsAnAddress() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        navigate(AdminsView.class);
        test(button("Add admin")).click();

        test(find(Button.class).withText("Add admin").last()).click();
        assertThat(field("Email").getErrorMessage()).isEqualTo("Email can't be blank");
        test(field("Email")).setValue("ada@");
        test(find(Button.class).withText("Add admin").last()).click();
        assertThat(field("Email").getErrorMessage()).isEqualTo("Email is invalid");
    }

    @Test
    void aPasswordIsChangedWithTheCurrentOne() {
        actAs("Pia Viewer", Role.VIEWER);
        jdbc.sql("UPDATE account SET password_hash = ?")
                .param(passwords.encode("correct horse battery"))
                .update();
        navigate(MyAccountView.class);

        changePassword("a wrong password", "a much better password");
        assertThat(password("Current password").getErrorMessage()).isEqualTo("This is not your current password.");
        changePassword("correct horse battery", "a much better password");

        assertThat(password("Current password").isInvalid()).isFalse();
        assertThat(passwords.matches("a much better password", currentUser.get().passwordHash()))
                .isTrue();
    }

    @Test
    void aNewTokenIsShownOnceAndAskedAboutBeforeItIsLost() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        navigate(TokensView.class);
        test(button("New token")).click();
        test(button("Create token")).click();
        assertThat(field("Name").getErrorMessage()).isEqualTo("Name can't be blank");

        test(field("Name")).setValue("CRM export");
        test(button("Create token")).click();

        assertThat(field("Token").getValue()).startsWith("muster_");
        test(button("Done")).click();
        test(button("Close without copying")).click();
        assertThat(find(FreshTokenDialog.class).exists()).isFalse();
        assertThat(tokens.tokens())
                .singleElement()
                .satisfies(token -> assertThat(token.role()).isEqualTo(Role.VIEWER));
    }

    @Test
    void aTokenIsRevokedAfterAQuestion() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        tokens.create("CRM export", Role.VIEWER, null);
        navigate(TokensView.class);
        var dialog = new RevokeDialog(
                "Revoke the token CRM export?",
                "It was never used.",
                () -> tokens.revoke(tokens.tokens().getFirst().id()));
        dialog.open();

        test(find(Button.class, dialog).withText("Revoke").single()).click();

        assertThat(tokens.tokens().getFirst().standing()).isEqualTo(ApiToken.Standing.REVOKED);
    }

    @Test
    void theAuditLogShowsWhatItsAddressAsksFor() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        log.record("group.create", "group", "1", "EMEA");
        log.record("group.delete", "group", "1", "EMEA");

        UI.getCurrent().navigate("audit-log");
        assertThat(actions()).containsExactly("group.delete", "group.create");
        UI.getCurrent().navigate("audit-log", QueryParameters.of("what", "group.create"));
        assertThat(actions()).containsExactly("group.create");
        UI.getCurrent().navigate("audit-log", QueryParameters.fromString("who=nonsense&from=nonsense&q=emea"));
        assertThat(actions()).hasSize(2);
        UI.getCurrent().navigate("audit-log", QueryParameters.of("q", "nobody"));
        assertThat(actions()).isEmpty();
    }

    @Test
    void anActionWithoutAWordIsSaidByItsName() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        assertThat(AuditWords.action("group.create")).isEqualTo("Group created");
        assertThat(AuditWords.action("rocket.lift-off")).isEqualTo("Rocket lift off");
    }

    @Test
    void theAuditLogCountsWhatHasNoNameAndNamesTheRest() {
        actAs("Ada Admin", Role.ADMINISTRATOR);
        log.record("member.edit", "member", "119", null);
        log.record("advocates.archive", "member", null, AuditDetail.count(1_200, "member"));
        log.record("advocates.archive", "member", null, AuditDetail.count(1, "member"));
        log.record("audit.export", "audit-log", null, AuditDetail.count(12, "row"));
        log.record("group.create", "group", "1", "EMEA");
        log.record("hub.set-up", "hub", null, "Lumen");
        log.record("mail.resume", "mail", null, null);

        assertThat(trail.page(AuditQuery.ALL, new AuditPages(), 0, 10))
                .extracting(AuditWords::object)
                .containsExactly(
                        "Mail", "Hub Lumen", "Group EMEA", "12 rows", "1 member", "1,200 members", "Member 119");
    }

    @Test
    void onlyAdministratorsOpenTheSettings() {
        actAs("Mona Manager", Role.MANAGER);
        for (String path : List.of("api-tokens", "audit-log")) {
            UI.getCurrent().navigate(path);
            assertThat(find(H1.class).single().getText()).isEqualTo("You may not open this page");
        }
    }

    private void changePassword(String current, String wanted) {
        test(password("Current password")).setValue(current);
        test(password("New password")).setValue(wanted);
        test(button("Change password")).click();
    }

    @SuppressWarnings("unchecked") // the page has one grid, of entries
    private List<String> actions() {
        return ((Grid<AuditEntry>) find(Grid.class).single())
                .getLazyDataView()
                .getItems()
                .map(AuditEntry::action)
                .toList();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private PasswordField password(String label) {
        return find(PasswordField.class).withCaption(label).single();
    }
}
