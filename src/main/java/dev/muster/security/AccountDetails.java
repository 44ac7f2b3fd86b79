package dev.muster.security;

import dev.muster.common.EmailAddress;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that someone logs in to, by the key of its address. */
@Component
class AccountDetails {

    private final Accounts accounts;

    AccountDetails(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Returns the account of {@code address}, as a person typed it.
     *
     * @throws UsernameNotFoundException where there is none
     */
    @Transactional(readOnly = true)
    LoggedIn load(String address) {
        return EmailAddress.parse(address)
                .flatMap(email -> accounts.findByEmailKey(email.key()))
                .map(LoggedIn::of)
                .orElseThrow(() -> new UsernameNotFoundException("No account has this address."));
    }
}
