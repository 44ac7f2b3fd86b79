package dev.muster.invitations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.common.ui.Times;
import dev.muster.invitations.InvitationDesk;
import dev.muster.mail.SendingStop;
import dev.muster.mail.ServerStanding;
import dev.muster.mail.TestAnswer;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What invitations add to the pages of others. */
class InvitePartsTest extends UiTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    InvitationDesk desk;

    @Autowired
    Times times;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSelectedAdvocatesAreInvited() {
        StoredMember.contact(1, "Ana", "ana@a.example").in(jdbc);
        StoredMember.contact(2, "Ben", "ben@b.example").nominee().in(jdbc);
        StoredMember.contact(3, "Cleo", "cleo@c.example").joined(LONG_AGO).in(jdbc);
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        UI.getCurrent().navigate("advocates", QueryParameters.of("status", "all"));
        roundTrip();

        selectAll();
        test(find(Button.class).withText("Invite").single()).click();

        var question = find(ConfirmDialog.class).single();
        assertThat(test(question).getHeader()).isEqualTo("Invite 3 members?");
        assertThat(test(question).getText())
                .isEqualTo("1 of them is left out: 1 joined. 2 invitations go out. 1 nominee becomes an advocate.");
        test(question).confirm();

        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(2);
        assertThat(find(Button.class).withText("Invite").exists())
                .as("something is selected")
                .isFalse();
    }

    @Test
    void whereNobodyCanBeInvitedNothingIsAsked() {
        StoredMember.contact(3, "Cleo", "cleo@c.example").joined(LONG_AGO).in(jdbc);
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        UI.getCurrent().navigate("advocates");
        roundTrip();

        selectAll();
        test(find(Button.class).withText("Invite").single()).click();

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(textOf(find(Notification.class).single())).contains("None of them can be invited: 1 joined.");
    }

    @Test
    void whoeverIsAddedByHandCanBeInvitedAtOnce() {
        StoredMember.contact(3, "Cleo", "cleo@c.example").joined(LONG_AGO).in(jdbc);
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        UI.getCurrent().navigate("advocates");
        choose("Add Advocate");

        test(field("Name")).setValue("Emil Sørensen");
        test(field("Email")).setValue("emil@fjord.example");
        test(find(Checkbox.class).withCaption("Send an invitation").single()).click();
        test(find(Button.class).withText("Add Advocate").last()).click();

        assertThat(jdbc.sql("SELECT m.name FROM invitation i JOIN member m ON m.id = i.member_id")
                        .query(String.class)
                        .list())
                .containsExactly("Emil Sørensen");
    }

    @Test
    void theNewestInvitationThatWentOutCanBeResent() {
        StoredMember.contact(1, "Ana", "ana@a.example").in(jdbc);
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        desk.invite(new MemberId(1));
        letterOf(1);
        openEmails();
        assertThat(resend().exists()).as("a letter that waits can be resent").isFalse();

        jdbc.sql("UPDATE mail SET state = 'BOUNCED', server_reply = '550 No such user'")
                .update();
        openEmails();
        assertThat(textOf(find(ListItem.class).withClassName("mail-of-member").single()))
                .contains("Bounced", "550 No such user");
        test(resend().single()).click();
        var question = find(ConfirmDialog.class).single();
        assertThat(test(question).getHeader()).isEqualTo("Send 1 new invitation?");
        test(question).confirm();

        assertThat(number("SELECT COUNT(*) FROM invitation WHERE state = 'QUEUED'"))
                .isEqualTo(1);
    }

    @Test
    void whoOptedOutIsNotOfferedAnotherMail() {
        StoredMember.contact(1, "Ana", "ana@a.example").in(jdbc);
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        desk.invite(new MemberId(1));
        letterOf(1);
        jdbc.sql("UPDATE mail SET state = 'SENT'").update();
        jdbc.sql("UPDATE member SET opted_out_at = created_at").update();

        openEmails();

        assertThat(resend().exists()).isFalse();
    }

    @Test
    void theAdminWhomInvitationsAreFromIsMarked() {
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        actAs("Ada Other", Role.ADMINISTRATOR);
        UI.getCurrent().navigate("admins");

        assertThat(find(ListItem.class).all())
                .filteredOn(row -> textOf(row).contains("Default sender"))
                .singleElement()
                .satisfies(row -> assertThat(textOf(row)).contains("Mara Lindqvist"));
    }

    @Test
    void theInviteListOfAHubWithNobodySaysSo() {
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        UI.getCurrent().navigate("invite-list");

        assertThat(emptyState()).contains("No contacts yet").doesNotContain("Everyone here has been invited.");
    }

    @Test
    void theInviteListOfAHubWhereAllWereInvitedLeadsToThem() {
        StoredMember.contact(1, "Ana", "ana@a.example").invited(LONG_AGO).in(jdbc);
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        UI.getCurrent().navigate("invite-list");

        assertThat(emptyState()).contains("Everyone here has been invited.");
    }

    @Test
    void theCardOfAServerInTroubleSaysWhatItSaysAndTriesAgain() {
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        var clicked = new ArrayList<String>();
        var standing = new ServerStanding(
                new ServerStanding.Address("smtp.hub.example", 587, ServerStanding.Encryption.REQUIRED),
                null,
                new ServerStanding.Failure(LONG_AGO, "421 4.3.2 Shutting down"));
        var card = new ServerCard(
                new ServerCard.Content(
                        standing,
                        new SendingStop.Trouble(
                                SendingStop.Fault.AWAY, "421 4.3.2 Shutting down", 3, LONG_AGO, LONG_AGO)),
                times,
                () -> clicked.add("try"),
                () -> CompletableFuture.<TestAnswer>completedFuture(null));
        UI.getCurrent().add(card);

        assertThat(textOf(card))
                .contains("smtp.hub.example", "587", "421 4.3.2 Shutting down")
                .doesNotContain("Ready");
        find(Button.class).withText("Try now").single().click();
        assertThat(clicked).containsExactly("try");
    }

    @Test
    void theCardOfAPausedServerOffersToGoOn() {
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        var clicked = new ArrayList<String>();
        var standing = new ServerStanding(
                new ServerStanding.Address("smtp.hub.example", 25, ServerStanding.Encryption.NONE), LONG_AGO, null);
        var card = new ServerCard(
                new ServerCard.Content(standing, new SendingStop.Bounces(11, 200, LONG_AGO)),
                times,
                () -> clicked.add("resume"),
                () -> CompletableFuture.<TestAnswer>completedFuture(null));
        UI.getCurrent().add(card);

        assertThat(textOf(card)).contains("Sending is paused: 11 of the last 200 mails bounced");
        find(Button.class).withText("Resume sending").single().click();
        assertThat(clicked).containsExactly("resume");
    }

    private void selectAll() {
        Grid<?> grid = find(Grid.class).single();
        test((Checkbox) grid.getColumnByKey("select").getHeaderComponent()).click();
    }

    private void letterOf(long member) {
        jdbc.sql("""
                        INSERT INTO mail (id, version, message_id, purpose, to_name, to_address, subject, text_body,
                            html_body, state, tries, tries_before, created_at, member_id, invitation_id)
                        SELECT 1, 0, '<1@hub.example>', 'INVITATION', name, email, 'Come', 'Come', 'Come', 'QUEUED', 0, 0,
                            created_at, id, (SELECT MAX(id) FROM invitation)
                        FROM member WHERE id = ?""").param(member).update();
        jdbc.sql("UPDATE invitation SET state = 'OPEN'").update();
    }

    private void openEmails() {
        UI.getCurrent().navigate("advocates/1", QueryParameters.of("again", Long.toString(System.nanoTime())));
        roundTrip();
        var tabs = find(com.vaadin.flow.component.tabs.TabSheet.class).single();
        test(tabs).select("Emails");
    }

    private com.vaadin.browserless.ComponentQuery<Button> resend() {
        return find(Button.class).withText("Resend");
    }

    private void choose(String action) {
        List<MenuItem> entries = find(MenuBar.class).all().stream()
                .flatMap(bar -> bar.getItems().stream())
                .filter(root -> root.getText().equals("Actions"))
                .flatMap(root -> root.getSubMenu().getItems().stream())
                .filter(item -> textOf(item).equals(action))
                .toList();
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                entries.getFirst(), new com.vaadin.flow.component.ClickEvent<>(entries.getFirst()));
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private String emptyState() {
        ContactGrid grid = find(ContactGrid.class).single();
        return textOf(grid);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
