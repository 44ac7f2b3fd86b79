package dev.muster.hub;

import dev.muster.members.MemberId;
import dev.muster.members.MemberLogins;
import dev.muster.security.Role;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The member behind a session, as it was at login.
 *
 * @param passwordHash the hash that the login compares with; never shown
 */
public record LoggedInMember(MemberId id, String name, String email, String passwordHash) implements UserDetails {

    static LoggedInMember of(MemberLogins.Login login) {
        return new LoggedInMember(login.id(), login.name(), login.email(), login.passwordHash());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + Role.Names.MEMBER));
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
    public String toString() {
        return "LoggedInMember[%d]".formatted(id.value());
    }
}
