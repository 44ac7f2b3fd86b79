package dev.muster.mail;

import dev.muster.common.HubSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes the Message-ID that a letter keeps through all its tries, so that a copy can be known as one. */
@Component
class MessageIds {

    private static final int RANDOM_BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private final HubSettings settings;

    MessageIds(HubSettings settings) {
        this.settings = settings;
    }

    /** Returns the Message-ID of the letter {@code id}, with its angle brackets. */
    String of(MailId id) {
        return of(id, host());
    }

    /** The same for one of many letters, whose {@link #host} was asked for once. */
    String of(MailId id, String host) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "<%d.%s@%s>".formatted(id.value(), HexFormat.of().formatHex(bytes), host);
    }

    /** Returns the host that people reach the hub by; that of this machine where its address names none. */
    String host() {
        String host = URI.create(settings.baseUrl()).getHost();
        return host == null ? "localhost" : host;
    }
}
