package dev.muster.security;

import dev.muster.common.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks address and password, unless too many attempts went before. Takes as long for an address without an account, or
 * with a disabled one, as for any other: the password is hashed in every case.
 */
@Component
class AccountAuthentication implements AuthenticationProvider {

    private final List<DaoAuthenticationProvider> passwords = new ArrayList<>();
    private final LoginThrottle throttle;

    AccountAuthentication(
            AccountDetails accounts,
            ObjectProvider<OtherLogins> others,
            PasswordEncoder encoder,
            LoginThrottle throttle) {
        this.passwords.add(new DaoAuthenticationProvider(accounts::load));
        others.forEach(other -> passwords.add(new DaoAuthenticationProvider(address -> load(other, address))));
        this.passwords.forEach(provider -> provider.setPasswordEncoder(encoder));
        this.throttle = throttle;
    }

    private static UserDetails load(OtherLogins others, String address) {
        return EmailAddress.parse(address)
                .flatMap(others::find)
                .orElseThrow(() -> new UsernameNotFoundException("Nobody has this address."));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String place = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.requireNonNullElse(details.getRemoteAddress(), "")
                : "";
        if (!throttle.admits(place, attempt.getName())) {
            throw new TooManyAttemptsException();
        }
        Authentication success = check(attempt);
        throttle.succeeded(place, attempt.getName());
        return success;
    }

    /** Asks for an account first; whoever has none, or another password there, may be somebody else. */
    private Authentication check(Authentication attempt) {
        AuthenticationException failure = null;
        for (DaoAuthenticationProvider provider : passwords) {
            try {
                return Objects.requireNonNull(provider.authenticate(attempt));
            } catch (AuthenticationException e) {
                failure = failure == null ? e : failure;
            }
        }
        throw Objects.requireNonNull(failure);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
