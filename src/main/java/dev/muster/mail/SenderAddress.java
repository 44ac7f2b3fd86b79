package dev.muster.mail;

import dev.muster.common.HubSettings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom letters are from. */
@Component
class SenderAddress {

    private static final String NAME_BEFORE_SETUP = "Muster";

    private final Optional<InternetAddress> chosen;
    private final MailServer server;
    private final HubSettings hub;
    private final MessageIds host;

    SenderAddress(MailSettings settings, MailServer server, HubSettings hub, MessageIds host) {
        this.chosen = settings.from().isBlank() ? Optional.empty() : Optional.of(parsed(settings.from()));
        this.server = server;
        this.hub = hub;
        this.host = host;
    }

    /** Returns the sender that was set, else the company at the mail server's user or, failing that, at the hub. */
    InternetAddress address() {
        return chosen.orElseGet(() -> MimeLetters.address(
                HeaderText.clean(hub.company().orElse(NAME_BEFORE_SETUP)),
                server.user().filter(user -> user.contains("@")).orElseGet(() -> "muster@" + host.host())));
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
