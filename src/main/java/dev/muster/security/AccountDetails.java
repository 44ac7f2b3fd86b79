package dev.muster.security;

import dev.muster.common.EmailAddress;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that someone logs in to, by the key of its address. */
@Component
class AccountDetails implements UserDetailsService {

    private final Accounts accounts;

    AccountDetails(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String address) {
        return EmailAddress.parse(address)
                .flatMap(email -> accounts.findByEmailKey(email.key()))
                .map(LoggedIn::of)
                .orElseThrow(() -> new UsernameNotFoundException("No account has this address."));
    }
}
