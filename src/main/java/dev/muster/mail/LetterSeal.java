package dev.muster.mail;

import dev.muster.security.HubSecret;
import org.springframework.stereotype.Component;

/**
 * Encrypts, in the database, letters that hold a link as good as a password; whoever reads the database alone can use
 * none of them. They are opened when they are sent or read.
 */
@Component
class LetterSeal {

    private static final String MARK = "sealed:";
    private static final String PURPOSE = "letter";

    private final HubSecret secret;

    LetterSeal(HubSecret secret) {
        this.secret = secret;
    }

    /** Returns {@code body} as the database is to hold it. */
    String stored(Letter.Purpose purpose, String body) {
        return purpose.opensAccounts() ? MARK + secret.seal(PURPOSE, body) : body;
    }

    /**
     * Returns the body that was {@link #stored}.
     *
     * @throws dev.muster.security.OtherSecretException where the hub's secret is another one since
     */
    String opened(Letter.Purpose purpose, String stored) {
        return purpose.opensAccounts() && stored.startsWith(MARK)
                ? secret.open(PURPOSE, stored.substring(MARK.length()))
                : stored;
    }
}
