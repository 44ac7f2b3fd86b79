package dev.muster.security;

import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people look after their own account. */
@Component
@PreAuthorize("hasRole('VIEWER')")
public class AccountDesk {

    /** What came of a wish for another password. */
    public sealed interface PasswordOutcome {

        /** Done. {@code user} is to stand for this session from here on; every other session ends. */
        record Changed(LoggedIn user) implements PasswordOutcome {}

        /** The current password was another one. */
        record Wrong() implements PasswordOutcome {}

        /** Too many wrong ones went before; it was not looked at. */
        record TooManyAttempts() implements PasswordOutcome {}
    }

    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final ChangePassword change;
    private final AuditLog audit;
    private final LoginThrottle attempts;

    AccountDesk(Accounts accounts, CurrentUser currentUser, ChangePassword change, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.change = change;
        this.audit = audit;
        this.attempts = new LoginThrottle(clock);
    }

    /** Returns the account of whoever is logged in. */
    @Transactional(readOnly = true)
    public Account mine() {
        return account();
    }

    /**
     * Changes the name of whoever is logged in.
     *
     * @param name not blank, at most 255 code points
     * @return who is to stand for this session from here on
     */
    @Transactional
    public LoggedIn rename(String name) {
        Account account = account();
        if (!account.name().equals(name)) {
            String detail = AuditDetail.named(account.name())
                    .with("Name", account.name(), name)
                    .text();
            account.rename(name);
            audit.record(
                    "account.rename",
                    AuditLog.ACCOUNT,
                    Long.toString(account.id().value()),
                    detail);
        }
        return LoggedIn.of(account);
    }

    /**
     * Changes the password of whoever is logged in; their other sessions end.
     *
     * @throws IllegalArgumentException where {@link PasswordRule} does not accept {@code wanted}
     */
    @Transactional
    public PasswordOutcome changePassword(String current, String wanted) {
        PasswordRule.require(wanted);
        Account account = account();
        if (!attempts.admits("", account.email())) {
            return new PasswordOutcome.TooManyAttempts();
        }
        if (!change.matches(account.passwordHash(), current)) {
            return new PasswordOutcome.Wrong();
        }
        attempts.succeeded("", account.email());
        return new PasswordOutcome.Changed(change.run(account.id(), wanted, "account.change-password"));
    }

    private Account account() {
        return accounts.findById(currentUser.get().id().value())
                .orElseThrow(() -> new IllegalStateException("The account of this session is gone."));
    }
}
