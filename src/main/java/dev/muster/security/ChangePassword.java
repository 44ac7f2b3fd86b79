package dev.muster.security;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an account another password. Every session opened with the one before ends at its next request (see
 * {@link AccountStanding}), every link that sets a password stops working, and its owner is told.
 */
@Component
class ChangePassword {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final PasswordResets resets;
    private final AccountPost post;
    private final AuditLog audit;

    ChangePassword(
            Accounts accounts, PasswordEncoder passwords, PasswordResets resets, AccountPost post, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.resets = resets;
        this.post = post;
        this.audit = audit;
    }

    /** Tells whether {@code password} is that of {@code account}. */
    boolean matches(Account account, String password) {
        return passwords.matches(password, account.passwordHash());
    }

    /**
     * Changes the password of {@code id}.
     *
     * @param action what the audit log calls it
     * @return the account as a session knows it from here on
     * @throws IllegalArgumentException where {@link PasswordRule} does not accept {@code password}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    LoggedIn run(AccountId id, String password, String action) {
        PasswordRule.require(password);
        Account account = accounts.findById(id.value())
                .orElseThrow(() -> new IllegalArgumentException("There is no account %d.".formatted(id.value())));
        account.changePassword(passwords.encode(password));
        resets.revokeAll(account.id());
        post.writePasswordChanged(account.receiver());
        audit.record(id, action, AuditLog.ACCOUNT, Long.toString(id.value()), account.name());
        return LoggedIn.of(account);
    }
}
