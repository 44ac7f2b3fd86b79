package dev.muster.security;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the pages look to whoever is logged in. A visitor sees them as the device says. */
@Component
public class AppearanceDesk {

    private final Accounts accounts;
    private final CurrentUser currentUser;

    AppearanceDesk(Accounts accounts, CurrentUser currentUser) {
        this.accounts = accounts;
        this.currentUser = currentUser;
    }

    /** Returns what the current user prefers. */
    @Transactional(readOnly = true)
    public ColorScheme colorScheme() {
        return currentUser
                .find()
                .flatMap(user -> accounts.findById(user.id().value()))
                .map(Account::colorScheme)
                .orElse(ColorScheme.SYSTEM);
    }

    /** Keeps {@code scheme} as what the current user prefers, on every device. */
    @Transactional
    public void prefer(ColorScheme scheme) {
        accounts.findById(currentUser.get().id().value()).ifPresent(account -> account.prefer(scheme));
    }
}
