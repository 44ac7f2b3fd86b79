package dev.muster.mail;

import jakarta.mail.Session;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mail server that the hub was told of by {@code spring.mail.host}, if it was. */
@Component
class MailServer {

    private static final String SMTPS = "smtps";

    private final Optional<JavaMailSenderImpl> sender;

    MailServer(Optional<JavaMailSenderImpl> sender, MailSettings settings) {
        this.sender = sender.filter(configured -> StringUtils.hasText(configured.getHost()));
        this.sender.ifPresent(settings.tls()::applyTo);
    }

    /** Tells whether there is one; without it, letters are kept. */
    boolean isConfigured() {
        return sender.isPresent();
    }

    /** Returns where it is, if there is one. */
    Optional<ServerStanding.Address> address() {
        return sender.map(server -> {
            boolean isTls = SMTPS.equals(server.getProtocol());
            int usualPort = isTls ? 465 : 25;
            int port = server.getPort() > 0 ? server.getPort() : usualPort;
            return new ServerStanding.Address(String.valueOf(server.getHost()), port, encryption(server, isTls));
        });
    }

    private static ServerStanding.Encryption encryption(JavaMailSenderImpl server, boolean isTls) {
        var properties = server.getJavaMailProperties();
        if (isTls || Boolean.parseBoolean(properties.getProperty("mail.smtp.ssl.enable"))) {
            return ServerStanding.Encryption.TLS;
        }
        if (Boolean.parseBoolean(properties.getProperty("mail.smtp.starttls.required"))) {
            return ServerStanding.Encryption.REQUIRED;
        }
        return Boolean.parseBoolean(properties.getProperty("mail.smtp.starttls.enable"))
                ? ServerStanding.Encryption.OFFERED
                : ServerStanding.Encryption.NONE;
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
