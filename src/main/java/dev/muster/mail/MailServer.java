package dev.muster.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mail server that the hub was told of by {@code spring.mail.host}, if it was. */
@Component
class MailServer {

    private final ObjectProvider<JavaMailSenderImpl> sender;

    MailServer(ObjectProvider<JavaMailSenderImpl> sender) {
        this.sender = sender;
    }

    /** Tells whether there is one; without it, letters are kept. */
    boolean isConfigured() {
        var configured = sender.getIfAvailable();
        return configured != null && StringUtils.hasText(configured.getHost());
    }
}
