package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.muster.testing.ServiceTest;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class SendMailTest {

    @RegisterExtension
    final GreenMailExtension inbox = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    ApplicationContext application;

    PostOffice post;
    SendMail job;

    @BeforeEach
    void openThePostOffice() {
        post = PostOffice.of(application);
        job = post.job(inbox.getSmtp().getPort());
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        String csv = "\uFEFFLine,Result\n2,\"José 🎉\"\r\n";
        MailId id = post.queue(PostOffice.letter(
                "Mara@MÜNCHEN.example",
                "Import of zürich.csv finished 🎉",
                new Letter.Attachment("zürich.csv", "text/csv", csv)));

        job.run(() -> false);

        assertThat(post.state(id)).isEqualTo(MailState.SENT);
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        MimeMessage mail = inbox.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo(post.text("message_id", id));
        assertThat(mail.getSubject()).isEqualTo("Import of zürich.csv finished 🎉");
        assertThat(mail.getFrom()[0]).hasToString("Muster <muster@localhost>");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0])
                .hasToString("Mara Lindqvist <Mara@xn--mnchen-3ya.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-22T10:42:00Z");
        var parts = (MimeMultipart) mail.getContent();
        var body = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(body.getBodyPart(0).getContent()).isEqualTo("Hello Mara");
        assertThat(body.getBodyPart(1).getContent()).isEqualTo("<p>Hello <b>Mara</b></p>");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("zürich.csv");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLetterIsSentOnce() {
        MailId id = post.queue("mara@hub.example");

        job.run(() -> false);
        job.run(() -> false);

        assertThat(inbox.getReceivedMessages()).hasSize(1);
        assertThat(post.text("tries", id)).isEqualTo("1");
        assertThat(post.tries(id)).containsExactly("SENT");
    }

    @Test
    void manyLettersGoOutInSeveralBatches() {
        for (int i = 0; i < 25; i++) {
            post.queue("mara%d@hub.example".formatted(i));
        }

        job.run(() -> false);

        assertThat(inbox.getReceivedMessages())
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @Test
    void aSenderThatHasToStopDoesSoBetweenTwoLettersAndLeavesTheOthersToTheNext() {
        for (int i = 0; i < 3; i++) {
            post.queue("mara%d@hub.example".formatted(i));
        }

        job.run(() -> inbox.getReceivedMessages().length > 0);

        assertThat(inbox.getReceivedMessages()).hasSize(1);

        job.run(() -> false);

        assertThat(inbox.getReceivedMessages())
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void anInvitationIsNotCalledAutomatic() throws Exception {
        Letter summary = PostOffice.letter("mara@hub.example", "You are invited");
        post.queue(new Letter(
                Letter.Purpose.INVITATION,
                summary.toName(),
                summary.to(),
                summary.subject(),
                summary.textBody(),
                summary.htmlBody(),
                summary.attachments()));

        job.run(() -> false);

        assertThat(inbox.getReceivedMessages()[0].getHeader("Auto-Submitted")).isNull();
    }

    @Test
    void aLineBreakInANameStartsNoHeader() throws Exception {
        Letter plain = PostOffice.letter("mara@hub.example", "Hello\r\nX-Evil: 1");
        post.queue(new Letter(
                plain.purpose(),
                "Mara\r\nBcc: all@hub.example",
                plain.to(),
                plain.subject(),
                plain.textBody(),
                plain.htmlBody(),
                plain.attachments()));

        job.run(() -> false);

        MimeMessage mail = inbox.getReceivedMessages()[0];
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Hello X-Evil: 1");
    }
}
