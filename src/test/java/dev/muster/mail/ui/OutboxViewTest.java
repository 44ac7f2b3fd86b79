package dev.muster.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.common.EmailAddress;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Times;
import dev.muster.mail.Letter;
import dev.muster.mail.MailId;
import dev.muster.mail.MailRow;
import dev.muster.mail.Outbox;
import dev.muster.mail.SendingStop;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class OutboxViewTest extends UiTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:42:00Z");
    private static final String HTML = "<p>Hello <b>Mara</b><script>alert(1)</script></p>";

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Times times;

    final List<String> clicked = new ArrayList<>();

    @BeforeEach
    void logIn() {
        actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void anEmptyOutboxSaysWhatWillBeHere() {
        navigate(OutboxView.class);

        assertThat(text())
                .contains("No mail server. Mails are kept in the Outbox.")
                .contains("No mail yet");
    }

    @Test
    void theSegmentsCountTheLettersAndShowTheirs() {
        put("mara@hub.example", "KEPT");
        put("noor@hub.example", "BOUNCED");
        put("ines@hub.example", "UNKNOWN");
        put("jose@hub.example", "SENDING");
        navigate(OutboxView.class);

        assertThat(find(Tab.class).all())
                .extracting(tab -> textOf(tab))
                .startsWith("All 4", "Queued 1", "Sent 0", "Bounced 1", "Delivery unknown 1", "Kept 1");
        assertThat(addresses())
                .containsExactly("jose@hub.example", "ines@hub.example", "noor@hub.example", "mara@hub.example");

        test(find(Tabs.class).withClassName("segments").single()).select(3);

        assertThat(addresses()).containsExactly("noor@hub.example");
        assertThat(query()).isEqualTo("state=bounced");
    }

    @Test
    void theAddressHoldsFilterAndSelection() {
        MailId noor = put("noor@hub.example", "BOUNCED");
        put("mara@hub.example", "BOUNCED");

        open("?state=bounced&q=noor&mail=" + noor.value());

        assertThat(addresses()).containsExactly("noor@hub.example");
        assertThat(find(TextField.class).single().getValue()).isEqualTo("noor");
        assertThat(find(MailPanel.class).exists()).isTrue();

        find(Button.class).withAriaLabel("Close").single().click();

        assertThat(find(MailPanel.class).exists()).isFalse();
        assertThat(query()).isEqualTo("q=noor&state=bounced");
    }

    @Test
    void anAddressThatMakesNoSenseShowsTheWholeOutbox() {
        put("mara@hub.example", "SENT");

        open("?state=nonsense&mail=12345678901234567890&q=");

        assertThat(addresses()).hasSize(1);
        assertThat(find(MailPanel.class).exists()).isFalse();
    }

    @Test
    void aSearchThatFindsNothingCanBeCleared() {
        put("mara@hub.example", "SENT");
        open("?q=nobody");

        assertThat(text()).contains("No mail matches these filters.");
        find(Button.class).withText("Clear filters").single().click();

        assertThat(addresses()).containsExactly("mara@hub.example");
    }

    @Test
    void theMailIsShownWhereItCanRunNothing() {
        MailId id = put("mara@hub.example", "SENT");
        open("?mail=" + id.value());

        var frame = find(MailFrame.class).single();

        assertThat(frame.getSrcdoc()).hasValue(HTML);
        assertThat(frame.getElement().getAttribute("sandbox")).isEqualTo("allow-popups allow-popups-to-escape-sandbox");
        assertThat(frame.getTitle()).hasValue("The mail: Hello");
    }

    @Test
    void takesInWhatChangesWhileItIsOpen() {
        MailId id = put("mara@hub.example", "SENDING");
        open("?mail=" + id.value());
        assertThat(findInView(StateBadge.class).single().getText()).isEqualTo("Sending");
        var frame = find(MailFrame.class).single();

        put("noor@hub.example", "KEPT");
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE id = ?")
                .param(id.value())
                .update();
        find(OutboxView.class).single().refresh();

        assertThat(findInView(StateBadge.class).single().getText()).isEqualTo("Sent");
        assertThat(find(MailFrame.class).single()).as("what is read stays").isSameAs(frame);
        assertThat(addresses()).containsExactly("noor@hub.example", "mara@hub.example");
        assertThat(find(Tab.class).all())
                .extracting(tab -> textOf(tab))
                .startsWith("All 2", "Queued 0", "Sent 1", "Bounced 0", "Delivery unknown 0", "Kept 1");
    }

    @Test
    void anAttachmentCanBeDownloaded() {
        MailId id = put("mara@hub.example", "SENT");
        open("?mail=" + id.value());
        var downloaded = new ByteArrayOutputStream();

        test(find(Anchor.class)
                        .withCondition(link -> textOf(link).contains("result.csv"))
                        .single())
                .download(downloaded);

        assertThat(downloaded.toString(StandardCharsets.UTF_8)).isEqualTo("Line\n2\n");
    }

    @Test
    void aLetterThatMayHaveArrivedSaysSo() {
        MailId id = put("mara@hub.example", "UNKNOWN");
        open("?mail=" + id.value());

        assertThat(textOf(find(MailPanel.class).single()))
                .contains("The server stopped while this mail went out. It may have arrived.");
        assertThat(findInView(StateBadge.class).single().getText()).isEqualTo("Delivery unknown");
    }

    @Test
    void aBouncedLetterShowsTheWordsOfTheMailServer() {
        MailId id = put("mara@hub.example", "BOUNCED");
        jdbc.sql("INSERT INTO mail_try (mail_id, seq, tried_at, state, server_reply) VALUES (?, 1, ?, 'BOUNCED', ?)")
                .params(id.value(), "2026-11-22 10:42:00", "550 5.1.1 User unknown")
                .update();

        open("?mail=" + id.value());

        assertThat(textOf(find(MailPanel.class).single()))
                .contains("The mail server refused it. Its words:550 5.1.1 User unknown");
    }

    @Test
    void aKeptLetterCanBeCancelledButNotSentWithoutAServer() {
        MailId id = put("mara@hub.example", "KEPT");
        open("?mail=" + id.value());
        assertThat(find(Button.class).withText("Send").exists()).isFalse();

        find(Button.class).withText("Cancel").single().click();

        assertThat(findInView(StateBadge.class).single().getText()).isEqualTo("Cancelled");
        assertThat(find(Button.class).withText("Cancel").exists()).isFalse();
        assertThat(textOf(find(Tab.class).all().get(6))).isEqualTo("Cancelled 1");
    }

    @Test
    void aPauseSaysWhyAndEndsByAClick() {
        var note = new StopNote(
                new SendingStop.Bounces(11, 200, NOW), 0, times, () -> clicked.add("resume"), moment -> {});
        UI.getCurrent().add(note);

        assertThat(textOf(note)).startsWith("Sending is paused: 11 of the last 200 mails bounced");
        find(Button.class).withText("Resume sending").single().click();

        assertThat(clicked).containsExactly("resume");
    }

    @Test
    void aStandstillOffersToCancelWhatMayHaveGoneOutBefore() {
        var stop = new SendingStop.Standstill(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofMinutes(2)));
        var note = new StopNote(stop, 7, times, () -> {}, moment -> clicked.add(moment.toString()));
        UI.getCurrent().add(note);

        assertThat(textOf(note))
                .startsWith("Sending waits for your wordThe database stood still from 20 Nov 2026, 10:42 to 10:40"
                        + " while mail was on its way.");
        find(Button.class).withText("Cancel 7 older mails").single().click();
        assertThat(clicked).isEmpty();
        var question = find(ConfirmDialog.class).single();
        assertThat(test(question).getHeader()).isEqualTo("Cancel 7 mails from before the standstill?");
        test(question).confirm();

        assertThat(clicked).containsExactly("2026-11-22T10:40:00Z");
    }

    @Test
    void aServerInTroubleShowsItsWordsAndWhenItIsTriedNext() {
        var stop = new SendingStop.Trouble(
                SendingStop.Fault.LOGIN,
                "535 5.7.8 Authentication credentials invalid",
                1,
                NOW,
                NOW.plus(Duration.ofMinutes(15)));
        var note = new StopNote(stop, 0, times, () -> clicked.add("try"), moment -> {});
        UI.getCurrent().add(note);

        assertThat(textOf(note))
                .isEqualTo("The mail server refuses the login"
                        + "All mail stays queued since 10:42 and goes out by itself once it can. Next try: 10:57."
                        + "535 5.7.8 Authentication credentials invalidTry now");
        find(Button.class).withText("Try now").single().click();

        assertThat(clicked).containsExactly("try");
    }

    private MailId put(String to, String state) {
        var letter = new Letter(
                Letter.Purpose.IMPORT_SUMMARY,
                "Mara",
                EmailAddress.parse(to).orElseThrow(),
                "Hello",
                "Hello Mara",
                HTML,
                List.of(new Letter.Attachment("result.csv", "text/csv", "Line\n2\n")));
        MailId id = transactions.execute(_ -> outbox.put(letter));
        jdbc.sql("UPDATE mail SET state = ? WHERE id = ?")
                .params(state, id.value())
                .update();
        return id;
    }

    private static void open(String address) {
        String query = address.substring(address.indexOf('?') + 1);
        UI.getCurrent().navigate(OutboxAddress.PATH, QueryParameters.fromString(query));
    }

    private static String query() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString();
    }

    private List<String> addresses() {
        return find(MailGrid.class)
                .single()
                .getGenericDataView()
                .getItems()
                .map(MailRow::toAddress)
                .toList();
    }

    private String text() {
        return textOf((Component) getCurrentView());
    }

    private static String textOf(Component component) {
        return component
                .getElement()
                .getTextRecursively()
                .replaceAll("\\s+", " ")
                .strip();
    }
}
