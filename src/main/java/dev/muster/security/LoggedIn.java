package dev.muster.security;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The account behind a session, as it was at login.
 *
 * @param passwordHash the hash that the login compares with; never shown
 */
public record LoggedIn(AccountId id, String name, String email, Role role, String passwordHash, boolean enabled)
        implements UserDetails {

    static LoggedIn of(Account account) {
        return new LoggedIn(
                account.id(),
                account.name(),
                account.email(),
                account.role(),
                account.passwordHash(),
                account.isEnabled());
    }

    /** Returns the same account with the rights that both its role and {@code limit} have. */
    LoggedIn limitedTo(Role limit) {
        Role lesser = role.includes().contains(limit) ? limit : role;
        return new LoggedIn(id, name, email, lesser, passwordHash, enabled);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return role.includes().stream()
                .map(included -> new SimpleGrantedAuthority("ROLE_" + included.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public String toString() {
        return "LoggedIn[%d, %s]".formatted(id.value(), role);
    }
}
