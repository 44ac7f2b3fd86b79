package dev.muster.mail;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the Message-ID that a letter keeps through all its tries, so that a copy can be known as one. */
@Component
class MessageIds {

    private static final int RANDOM_BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private final String host;

    MessageIds(@Value("${muster.base-url}") URI baseUrl) {
        if (baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "MUSTER_BASE_URL must be an address such as https://hub.example.com, but is %s."
                            .formatted(baseUrl));
        }
        this.host = baseUrl.getHost();
    }

    /** Returns the Message-ID of the letter {@code id}, with its angle brackets. */
    String of(MailId id) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "<%d.%s@%s>".formatted(id.value(), HexFormat.of().formatHex(bytes), host);
    }

    /** Returns the host that people reach the hub by. */
    String host() {
        return host;
    }
}
