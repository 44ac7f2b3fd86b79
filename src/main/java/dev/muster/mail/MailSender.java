package dev.muster.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.stereotype.Component;

/** Whom letters are from. */
@Component
class MailSender {

    private static final String NAME = "Muster";

    private final InternetAddress address;

    /** Takes the sender that was set, else the user of the mail server where it is an address, else muster at the host. */
    MailSender(MailSettings settings, MailServer server, MessageIds host) {
        this.address = settings.from().isBlank()
                ? MimeLetters.address(
                        NAME, server.user().filter(user -> user.contains("@")).orElse("muster@" + host.host()))
                : parsed(settings.from());
    }

    InternetAddress address() {
        return address;
    }

    private static InternetAddress parsed(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "MUSTER_MAIL_FROM must be an address such as Acme <hub@acme.example>, but is %s.".formatted(from),
                    e);
        }
    }
}
