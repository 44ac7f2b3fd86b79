package dev.muster.security;

import dev.muster.common.EmailAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators decide who can log in and what they may do. */
@Component
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class AdminDesk {

    /** How a step ended. */
    public enum Outcome {
        DONE,
        /** Someone logs in with this address already. */
        ADDRESS_TAKEN,
        /** Nobody could administer the hub any more. */
        LAST_ADMINISTRATOR
    }

    /**
     * A new account.
     *
     * @param password as it was typed; {@link PasswordRule} must accept it
     */
    public record NewAccount(String name, EmailAddress email, Role role, String password) {

        @Override
        public String toString() {
            return "NewAccount[%s, %s]".formatted(email, role); // never the password
        }
    }

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Clock clock;

    AdminDesk(Accounts accounts, PasswordEncoder passwords, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns all accounts, by name. */
    @Transactional(readOnly = true)
    public List<Account> accounts() {
        return accounts.findAll(Sort.by("name", "id"));
    }

    /**
     * Creates an account that can log in at once.
     *
     * @throws IllegalArgumentException where the password is not one that {@link PasswordRule} accepts
     */
    @Transactional
    public Outcome create(NewAccount wish) {
        PasswordRule.require(wish.password());
        if (accounts.findByEmailKey(wish.email().key()).isPresent()) {
            return Outcome.ADDRESS_TAKEN;
        }
        Account account = accounts.save(new Account(
                wish.name(), wish.email(), passwords.encode(wish.password()), wish.role(), clock.instant()));
        record("account.create", account, named(account).with("Role", null, wish.role()));
        return Outcome.DONE;
    }

    /** Gives the account {@code id} another role. */
    @Transactional
    public Outcome changeRole(AccountId id, Role role) {
        Account account = find(id);
        if (role != Role.ADMINISTRATOR && isLastAdministrator(account)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        record("account.change-role", account, named(account).with("Role", account.role(), role));
        account.changeRole(role);
        return Outcome.DONE;
    }

    /** Closes the account {@code id}; whoever has it open is logged out. */
    @Transactional
    public Outcome disable(AccountId id) {
        Account account = find(id);
        if (isLastAdministrator(account)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        account.disable(clock.instant());
        record("account.disable", account, named(account));
        return Outcome.DONE;
    }

    /** Opens the account {@code id} again. */
    @Transactional
    public Outcome enable(AccountId id) {
        Account account = find(id);
        account.enable();
        record("account.enable", account, named(account));
        return Outcome.DONE;
    }

    private Account find(AccountId id) {
        return accounts.findById(id.value())
                .orElseThrow(() -> new IllegalArgumentException("There is no account %d.".formatted(id.value())));
    }

    private static AuditDetail named(Account account) {
        return AuditDetail.named(account.name());
    }

    private void record(String action, Account account, AuditDetail detail) {
        audit.record(action, AuditLog.ACCOUNT, Long.toString(account.id().value()), detail.text());
    }

    /** Locks the administrators, so that two of them cannot remove each other at the same moment. */
    private boolean isLastAdministrator(Account account) {
        List<Account> administrators = accounts.lockEnabledByRole(Role.ADMINISTRATOR);
        return administrators.size() == 1 && administrators.getFirst().id().equals(account.id());
    }
}
