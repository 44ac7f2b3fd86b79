package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.muster.common.HubSettings;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator learns of the mail server. */
@ServiceTest
class TestMailsTest {

    @RegisterExtension
    final GreenMailExtension inbox = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    ApplicationContext application;

    @Autowired
    SendingDesk desk;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    PostOffice post;

    @BeforeEach
    void logIn() {
        hub.save(HubSettings.COMPANY, "Lumenworks");
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        post = PostOffice.of(application);
    }

    @Test
    void withoutAServerTheMailIsKept() {
        assertThat(desk.sendTest().join()).isEqualTo(new TestAnswer(MailState.KEPT, ""));
        assertThat(jdbc.sql("SELECT state FROM mail").query(String.class).single())
                .isEqualTo("KEPT");
        assertThat(desk.server()).isEqualTo(new ServerStanding(null, null, null));
    }

    @Test
    void aTestMailGoesOutPastAllThatWaitAndTellsTheServersWords() throws Exception {
        post.queue("waiting@hub.example");

        TestAnswer answer = sendTest(inbox.getSmtp().getPort());

        assertThat(answer.state()).isEqualTo(MailState.SENT);
        assertThat(answer.words()).startsWith("250");
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        MimeMessage mail = inbox.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Test mail of Lumenworks");
        assertThat(mail.getAllRecipients()[0]).hasToString("Mara Lindqvist <mara.lindqvist@hub.example>");
        var body = (MimeMultipart) mail.getContent();
        assertThat(body.getBodyPart(0).getContent().toString())
                .contains("It works", "This mail was sent by Lumenworks.");
        assertThat(body.getBodyPart(1).getContent().toString()).contains("<h1", "It works</h1>");
        assertThat(desk.server().lastTaken()).isNotNull();
        assertThat(desk.server().lastFailure()).isNull();

        post.job(inbox.getSmtp().getPort()).run(() -> false);
        assertThat(inbox.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aServerThatIsNotThereIsNamedAsTheLastFailure() {
        TestAnswer answer = sendTest(1);

        assertThat(answer.state()).isEqualTo(MailState.QUEUED);
        assertThat(answer.words()).contains("Connection refused");
        assertThat(desk.server().lastFailure())
                .isNotNull()
                .extracting(ServerStanding.Failure::words)
                .isEqualTo(answer.words());
    }

    @Test
    void theSpeedThatIsSavedWinsOverTheEnvironment() {
        var speed = new MailSpeed(hub, application.getBean(MailSettings.class));
        assertThat(speed.perSecond()).isEqualTo(10);

        speed.change(500);

        assertThat(speed.perSecond()).isEqualTo(500);
    }

    @Test
    void theServersAddressSaysHowItIsReached() {
        assertThat(PostOffice.serverAt(2525).address())
                .contains(new ServerStanding.Address("127.0.0.1", 2525, ServerStanding.Encryption.NONE));
        assertThat(new MailServer(Optional.empty(), application.getBean(MailSettings.class)).address())
                .isEmpty();
    }

    private TestAnswer sendTest(int port) {
        return post.sendingDesk(port).sendTest().join();
    }
}
