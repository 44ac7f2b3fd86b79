package dev.muster.mail;

import jakarta.mail.Session;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mail server that the hub was told of by {@code spring.mail.host}, if it was. */
@Component
class MailServer {

    private final Optional<JavaMailSenderImpl> sender;

    MailServer(Optional<JavaMailSenderImpl> sender, MailSettings settings) {
        this.sender = sender.filter(configured -> StringUtils.hasText(configured.getHost()));
        this.sender.ifPresent(settings.tls()::applyTo);
    }

    /** Tells whether there is one; without it, letters are kept. */
    boolean isConfigured() {
        return sender.isPresent();
    }

    /** Returns the name that Muster logs in to it by, if it does. */
    Optional<String> user() {
        return sender.map(JavaMailSenderImpl::getUsername).filter(StringUtils::hasText);
    }

    /** Returns a connection that opens with its first letter. */
    MailConnection connect() {
        JavaMailSenderImpl server =
                sender.orElseThrow(() -> new IllegalStateException("No mail server is configured."));
        Session session = server.getSession();
        return new MailConnection(() -> {
            var transport = session.getTransport(
                    server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol());
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return transport;
        });
    }
}
