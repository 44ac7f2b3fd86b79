package dev.muster.mail;

import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import org.springframework.stereotype.Component;

/**
 * Who may read a letter that opens its receiver's account: nobody but the receiver; only where no mail server brings it
 * to them, an administrator, and that is written to the audit log.
 *
 * @see "Decision 012: letters that open accounts"
 */
@Component
class LetterAccess {

    private final MailServer server;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    LetterAccess(MailServer server, CurrentUser currentUser, AuditLog audit) {
        this.server = server;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** Tells whether the current user may read the letter {@code id}, and records it where it is a delicate one. */
    boolean opens(MailId id, Letter.Purpose purpose, String subject) {
        if (!purpose.opensAccounts()) {
            return true;
        }
        boolean allowed = !server.isConfigured()
                && currentUser
                        .find()
                        .filter(user -> user.role() == Role.ADMINISTRATOR)
                        .isPresent();
        if (allowed) {
            audit.record("mail.read-secret", "mail", Long.toString(id.value()), subject);
        }
        return allowed;
    }
}
