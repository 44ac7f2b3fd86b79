package dev.muster.mail;

import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** When mail may go to the mail server only over TLS. */
enum Tls {
    /** Where there is a password: it never crosses a network in the clear. Else wherever the server offers it. */
    AUTO,
    /** Always: a server without it gets nothing. */
    REQUIRED,
    /** Wherever the server offers it, which whoever sits between the two can hide. */
    OFFERED;

    /** Makes {@code server} keep to it. */
    void applyTo(JavaMailSenderImpl server) {
        if (this == REQUIRED || (this == AUTO && StringUtils.hasText(server.getPassword()))) {
            Properties properties = server.getJavaMailProperties();
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        }
    }
}
