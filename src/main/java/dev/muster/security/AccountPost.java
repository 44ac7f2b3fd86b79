package dev.muster.security;

import dev.muster.common.EmailAddress;
import java.net.URI;
import java.time.Duration;

/** Letters to people about their own accounts. Whoever can deliver letters implements it. */
public interface AccountPost {

    /** The account that a letter is about, and whom it goes to. */
    record Receiver(String name, EmailAddress address) {}

    /**
     * Writes a letter with the link that sets a new password, in the caller's transaction.
     *
     * @param link a secret: whoever has it can take the account over
     * @param worksFor how long the link works
     */
    void writeReset(Receiver to, URI link, Duration worksFor);

    /** Writes a letter that says that the password was changed, in the caller's transaction. */
    void writePasswordChanged(Receiver to);

    /** Tells whether letters are sent; where not, administrators read them in the hub and pass them on. */
    boolean isDelivered();
}
