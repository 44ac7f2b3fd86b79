package dev.muster.mail;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where letters wait, and stay to be read. */
@Service
public class Outbox {

    private final Mails mails;
    private final PersonalMails personal;
    private final ForgottenMails forgotten;
    private final MailServer server;
    private final MailBell bell;
    private final StandstillPause standstill;

    Outbox(
            Mails mails,
            PersonalMails personal,
            ForgottenMails forgotten,
            MailServer server,
            MailBell bell,
            StandstillPause standstill) {
        this.mails = mails;
        this.personal = personal;
        this.forgotten = forgotten;
        this.server = server;
        this.bell = bell;
        this.standstill = standstill;
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

    /**
     * Puts letters to members into the outbox, as {@link #put} does with one. One statement, however many.
     *
     * @return their ids, in the same order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MailId> putAll(List<PersonalLetter> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        if (!server.isConfigured()) {
            return personal.insert(letters, MailState.KEPT);
        }
        bell.ringAfterCommit();
        return personal.insert(letters, MailState.QUEUED);
    }

    /** Tells whether letters leave this hub: whether a mail server is configured. */
    public boolean hasServer() {
        return server.isConfigured();
    }

    /**
     * Tells whether the database may be a restored one and nobody has said yet what becomes of its mail. Meanwhile letters
     * that nobody asks for just then are not to be written: they may have been before.
     *
     * @see LettersToCome
     */
    @Transactional(readOnly = true)
    public boolean waitsAfterStandstill() {
        return standstill.current().isPresent();
    }

    /**
     * Stops the letters to {@code members} that have not gone out, in the caller's transaction.
     *
     * @param reason why, in words for the Outbox
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(Collection<Long> members, String reason) {
        personal.cancel(members, reason);
    }

    /**
     * Takes out of all letters to people whatever says who they were, in the caller's transaction. That a letter was
     * written, and what became of it, stays.
     *
     * @param members their numbers
     * @param addressKeys their addresses: of letters without a number, unless somebody with an account has the address
     * @param name what stands in the place of their names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<Long> members, Collection<String> addressKeys, String name) {
        forgotten.forget(members, addressKeys, name);
    }

    /**
     * Stops those of {@code letters} that have not gone out, in the caller's transaction.
     *
     * @param reason why, in words for the Outbox
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelLetters(Collection<MailId> letters, String reason) {
        personal.cancelLetters(letters, reason);
    }
}
