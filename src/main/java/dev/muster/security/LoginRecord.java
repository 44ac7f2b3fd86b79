package dev.muster.security;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps when each account logged in last, and writes it to the audit log. */
@Component
class LoginRecord {

    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    LoginRecord(Accounts accounts, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void keep(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof LoggedIn user) {
            audit.record(
                    user.id(),
                    "account.log-out",
                    AuditLog.ACCOUNT,
                    Long.toString(user.id().value()),
                    user.name());
        }
    }

    @EventListener
    @Transactional
    void keep(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof LoggedIn user) {
            accounts.loggedIn(user.id().value(), clock.instant());
            audit.record(
                    user.id(),
                    "account.log-in",
                    AuditLog.ACCOUNT,
                    Long.toString(user.id().value()),
                    user.name());
        }
    }
}
