package dev.muster.mail;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where letters wait, and stay to be read. */
@Service
public class Outbox {

    private final Mails mails;
    private final MailServer server;
    private final MailBell bell;

    Outbox(Mails mails, MailServer server, MailBell bell) {
        this.mails = mails;
        this.server = server;
        this.bell = bell;
    }

    /**
     * Puts {@code letter} into the outbox, in the caller's transaction: the letter exists exactly when the decision that
     * caused it does. A job sends it where a mail server is configured; else it is kept, to be read on the Outbox page.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MailId put(Letter letter) {
        if (!server.isConfigured()) {
            return mails.insert(letter, MailState.KEPT);
        }
        bell.ringAfterCommit();
        return mails.insert(letter, MailState.QUEUED);
    }
}
