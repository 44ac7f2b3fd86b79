package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.muster.testing.Received;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real mail server in the process of the test: it outlives the hub's processes, and forgets nothing. */
final class MailBox implements AutoCloseable {

    private final GreenMail server;

    MailBox() {
        this(0);
    }

    /** Opens it on {@code port}, where a hub that was told of it found nobody until now. */
    MailBox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    int count() {
        return server.getReceivedMessages().length;
    }

    /** Waits until at least so many letters are there. */
    void await(int letters, int seconds) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (count() < letters) {
            assertThat(System.nanoTime())
                    .as("%d letters within %d s; %d are there", letters, seconds, count())
                    .isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    List<Received> letters() throws MessagingException, IOException {
        var letters = new ArrayList<Received>();
        for (MimeMessage message : server.getReceivedMessages()) {
            var to = (InternetAddress) message.getRecipients(RecipientType.TO)[0];
            letters.add(new Received(to.getAddress(), message.getMessageID(), message.getSubject(), text(message)));
        }
        return letters;
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String text = text(each);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return part.isMimeType("text/plain") ? content.toString() : "";
    }

    @Override
    public void close() {
        server.stop();
    }
}
