package dev.muster.mail;

import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import dev.muster.security.AccountPost;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the letters to people about their own accounts. */
@Component
class AccountLetters implements AccountPost {

    private final Outbox outbox;
    private final MailServer server;
    private final HubSettings hub;
    private final Catalogue texts;

    AccountLetters(Outbox outbox, MailServer server, HubSettings hub, Catalogue texts) {
        this.outbox = outbox;
        this.server = server;
        this.hub = hub;
        this.texts = texts;
    }

    @Override
    public void writeReset(Receiver to, URI link, Duration worksFor) {
        var body = body("mail.reset.heading", to)
                .paragraph(texts.text("mail.reset.text", worksFor.toMinutes()))
                .button(texts.text("mail.reset.button"), link)
                .footer(texts.text("mail.reset.footer"));
        put(Letter.Purpose.PASSWORD_RESET, to, "mail.reset.subject", body);
    }

    @Override
    public void writePasswordChanged(Receiver to) {
        var body = body("mail.password-changed.heading", to)
                .paragraph(texts.text("mail.password-changed.text"))
                .button(texts.text("mail.password-changed.button"), URI.create(hub.baseUrl() + "/forgot-password"))
                .footer(texts.text("mail.password-changed.footer"));
        put(Letter.Purpose.ACCOUNT_NOTICE, to, "mail.password-changed.subject", body);
    }

    @Override
    public boolean isDelivered() {
        return server.isConfigured();
    }

    private MailBody body(String headingKey, Receiver to) {
        return MailBody.of(hubName()).heading(texts.text(headingKey)).paragraph(texts.text("mail.hello", to.name()));
    }

    private void put(Letter.Purpose purpose, Receiver to, String subjectKey, MailBody body) {
        outbox.put(new Letter(
                purpose,
                to.name(),
                to.address(),
                texts.text(subjectKey, hubName()),
                body.text(),
                body.html(),
                List.of()));
    }

    private String hubName() {
        return hub.company().orElse(texts.text("common.brand"));
    }
}
