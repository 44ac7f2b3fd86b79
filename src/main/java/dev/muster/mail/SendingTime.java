package dev.muster.mail;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long letters take to go out. */
@Component
public class SendingTime {

    private final MailServer server;
    private final MailSettings settings;

    SendingTime(MailServer server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Returns how long one node takes for so many letters; empty where they are kept, since there is no mail server. */
    public Optional<Duration> of(long letters) {
        return server.isConfigured()
                ? Optional.of(Duration.ofSeconds(letters / settings.perSecond()))
                : Optional.empty();
    }
}
