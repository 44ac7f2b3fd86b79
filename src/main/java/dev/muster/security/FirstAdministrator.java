package dev.muster.security;

import dev.muster.common.EmailAddress;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Creates the first administrator from {@code MUSTER_ADMIN_EMAIL}, {@code MUSTER_ADMIN_PASSWORD} and, if it is set,
 * {@code MUSTER_ADMIN_NAME}, before the first page is served. A hub that has an account is left as it is.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /** What the environment says; empty texts where it says nothing. */
    record Wish(String email, String password, String name) {

        boolean isEmpty() {
            return email.isBlank() && password.isEmpty();
        }
    }

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Clock clock;
    private final Wish wish;

    FirstAdministrator(Accounts accounts, PasswordEncoder passwords, AuditLog audit, Clock clock, Wish wish) {
        this.audit = audit;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.wish = wish;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wish.isEmpty() || accounts.count() > 0) {
            return;
        }
        EmailAddress email = EmailAddress.parse(wish.email())
                .orElseThrow(() -> new BadEnvironmentException(
                        "MUSTER_ADMIN_EMAIL is \"%s\", which is not an e-mail address.".formatted(wish.email()),
                        "Set MUSTER_ADMIN_EMAIL to the address of the first administrator."));
        if (!PasswordRule.accepts(wish.password())) {
            throw new BadEnvironmentException(
                    "MUSTER_ADMIN_PASSWORD has %d characters; at least %d are needed."
                            .formatted(wish.password().length(), PasswordRule.MIN_LENGTH),
                    "Set MUSTER_ADMIN_PASSWORD to a longer password, or leave it and MUSTER_ADMIN_EMAIL out"
                            + " and use the set-up link of the start-up log.");
        }
        String name = wish.name().isBlank() ? email.shown() : wish.name().strip();
        var wanted = new Account(name, email, passwords.encode(wish.password()), Role.ADMINISTRATOR, clock.instant());
        try {
            Account account = accounts.save(wanted);
            audit.record(
                    "account.create",
                    AuditLog.ACCOUNT,
                    Long.toString(account.id().value()),
                    name);
            LOG.info("Created the first administrator, {}, from the environment.", email.shown());
        } catch (DataIntegrityViolationException e) {
            requireThere(email, e);
        }
    }

    /** Nodes that start at once all find no account, and one of them is first. */
    private void requireThere(EmailAddress email, DataIntegrityViolationException cause) {
        if (accounts.findByEmailKey(email.key()).isEmpty()) {
            throw cause;
        }
        LOG.info("Another node created the first administrator, {}.", email.shown());
    }
}
