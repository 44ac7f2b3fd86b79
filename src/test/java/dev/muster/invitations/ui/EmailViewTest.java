package dev.muster.invitations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.muster.common.HubSettings;
import dev.muster.invitations.ReminderDesk;
import dev.muster.invitations.ReminderStep;
import dev.muster.members.MemberRow;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmailViewTest extends UiTest {

    @Autowired
    HubSettings hub;

    @Autowired
    ReminderDesk reminders;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void logIn() {
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
    }

    @Test
    void saysHowMailLeavesTheHubAndKeepsWhatIsSaved() {
        open("sending");

        assertThat(text()).contains("No mail server. Mails are kept in the Outbox.");
        assertThat(button("Save").isEnabled()).isFalse();
        assertThat(field("Base URL").getHelperText())
                .isEqualTo("Links in mails start with it. Neither this nor MUSTER_BASE_URL is set yet.");

        test(field("Base URL")).setValue("hub.example.com");
        test(button("Save")).click();
        assertThat(field("Base URL").getErrorMessage())
                .isEqualTo("Enter a web address such as https://hub.example.com.");
        assertThat(hub.find(HubSettings.BASE_URL)).isEmpty();

        test(field("Base URL")).setValue("https://hub.example.com");
        test(find(IntegerField.class).withCaption("Mails per second").single()).setValue(3);
        test(button("Save")).click();

        assertThat(hub.find(HubSettings.BASE_URL)).contains("https://hub.example.com");
        assertThat(hub.find("mail_per_second")).contains("3");
        assertThat(button("Save").isEnabled()).isFalse();
    }

    @Test
    void aTestMailTellsWhatBecameOfIt() {
        open("sending");

        test(button("Send a test mail")).click();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);

        assertThat(text()).contains("No mail server, so it is kept in the Outbox.");
        assertThat(jdbc.sql("SELECT subject FROM mail").query(String.class).single())
                .isEqualTo("Test mail of Muster");
    }

    @Test
    void thePreviewFollowsTextAndReader() {
        StoredMember.contact(1, "Ann Example", "ann@example.com").in(jdbc);
        StoredMember.contact(2, "Bo Example", "bo@example.com").in(jdbc);
        open("invitation");

        test(field("Subject")).setValue("Come, {{first_name}}");
        assertThat(text()).contains("Come, Ann");
        preview("Bo Example, bo@example.com");

        assertThat(text()).contains("Come, Bo");
        IFrame frame = find(IFrame.class).single();
        assertThat(frame.getSrcdoc().orElseThrow()).contains("Hello Bo,").contains("/join/example");
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getTitle()).contains("Preview of the invitation");

        test(find(Tabs.class).withClassName("segments").single()).select(2);
        assertThat(find(Pre.class).single().getText()).contains("Hello Bo,");
        assertThat(find(IFrame.class).exists()).isFalse();
    }

    @Test
    void anUnknownMergeFieldIsMarkedAndNothingSaved() {
        open("invitation");

        test(find(TextArea.class).single()).setValue("Hello {{frist_name}}\n\n{{invitation_url}}");
        test(button("Save")).click();

        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(find(MarkedWord.class).single().getText()).isEqualTo("{{frist_name}}");
        assertThat(text()).contains("is not a merge field. Did you mean {{first_name}}?");
        assertThat(hub.find("letter_template_INVITATION")).isEmpty();

        test(find(TextArea.class).single()).setValue("Hello {{first_name}}\n\n{{invitation_url}}");
        assertThat(find(MarkedWord.class).exists()).isFalse();
        test(button("Save")).click();

        assertThat(hub.find("letter_template_INVITATION").orElseThrow()).contains("Hello {{first_name}}");
        test(button("Reset to standard")).click();
        test(button("Save")).click();
        assertThat(hub.find("letter_template_INVITATION")).isEmpty();
    }

    @Test
    void remindersSayWhatSavingSends() {
        StoredMember.contact(1, "Ann", "ann@example.com")
                .invited(Instant.parse("2026-11-12T10:00:00Z"))
                .in(jdbc);
        open("reminders");
        CheckboxGroup<ReminderStep> steps = steps();

        test(steps).selectItems(label("7 days"));
        assertThat(text()).contains("Saving sends no reminder now.");
        Checkbox also = find(Checkbox.class)
                .withCaption("Also remind the one contact who has passed the new day already")
                .single();
        test(also).click();
        assertThat(text()).contains("Saving sends 1 reminder now.");
        test(find(Button.class).withText("Save").all().getFirst()).click();
        assertThat(reminders.steps()).isEmpty();
        find(ConfirmDialog.class).single();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(reminders.steps()).isEqualTo(EnumSet.of(ReminderStep.DAYS_7));
        assertThat(reminders.wouldSendNow(EnumSet.of(ReminderStep.DAYS_7))).isZero();
    }

    @Test
    void theAddressOpensTheTab() {
        open("summary");

        assertThat(find(TabSheet.class).single().getSelectedTab().getLabel()).isEqualTo("Import summary");
        assertThat(field("Subject").getValue())
                .isEqualTo("Your import of {{file_name}}: {{added}} added, {{rejected}} rejected");
        assertThat(find(ComboBox.class).exists()).isFalse();
    }

    @Test
    void leavingWithoutSavingAsks() {
        open("invitation");
        test(field("Subject")).setValue("Something else");

        UI.getCurrent().navigate("outbox");

        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("header"))
                .isEqualTo("Leave without saving?");
    }

    @Test
    void onlyAdministratorsOpenThePage() {
        actAs("Max Manager", Role.MANAGER);

        open("sending");

        assertThat(find(TabSheet.class).exists()).isFalse();
        assertThat(text()).contains("You may not open this page");
    }

    @SuppressWarnings("unchecked") // the one group of the page holds steps
    private CheckboxGroup<ReminderStep> steps() {
        return find(CheckboxGroup.class).single();
    }

    private static String label(String days) {
        return days + " after the last invitation";
    }

    @SuppressWarnings("unchecked") // the one combo box of the page holds members
    private void preview(String label) {
        ComboBox<MemberRow> reader = find(ComboBox.class).single();
        test(reader).selectItem(label);
    }

    private void open(String tab) {
        UI.getCurrent().navigate("email", QueryParameters.of("tab", tab));
        roundTrip();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String text() {
        return textOf((Component) getCurrentView());
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
