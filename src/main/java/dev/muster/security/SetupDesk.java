package dev.muster.security;

import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the first administrator of an empty hub is created. Whoever has the link may: nobody can be logged in yet. */
@Component
public class SetupDesk {

    /**
     * What the first administrator says of themselves and the hub.
     *
     * @param password as it was typed; {@link PasswordRule} must accept it
     */
    public record Request(String name, EmailAddress email, String company, String password) {

        @Override
        public String toString() {
            return "Request[%s]".formatted(email); // never the password
        }
    }

    private final SetupLink link;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final HubSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    SetupDesk(
            SetupLink link,
            Accounts accounts,
            PasswordEncoder passwords,
            HubSettings settings,
            AuditLog audit,
            Clock clock) {
        this.audit = audit;
        this.link = link;
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells whether the hub has nobody yet who could log in. */
    public boolean isNeeded() {
        return accounts.count() == 0;
    }

    /** Tells whether the link with this {@code key} can be used now. */
    public boolean isValid(String key) {
        return link.isValid(key);
    }

    /**
     * Creates the first administrator and uses the link up.
     *
     * @return the new account, or empty where the link is not valid any more
     * @throws IllegalArgumentException where the password is not one that {@link PasswordRule} accepts
     */
    @Transactional
    public Optional<LoggedIn> create(String key, Request request) {
        PasswordRule.require(request.password());
        if (!link.use(key)) {
            return Optional.empty();
        }
        settings.save(HubSettings.COMPANY, request.company());
        Account account = accounts.save(new Account(
                request.name(),
                request.email(),
                passwords.encode(request.password()),
                Role.ADMINISTRATOR,
                clock.instant()));
        audit.record(account.id(), "hub.set-up", "hub", null, request.company());
        return Optional.of(LoggedIn.of(account));
    }
}
