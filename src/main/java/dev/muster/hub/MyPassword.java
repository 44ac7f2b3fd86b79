package dev.muster.hub;

import dev.muster.security.OtherPasswords;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Where members change their own password. */
@Service
@PreAuthorize("hasRole('MEMBER')")
public class MyPassword {

    private final CurrentMember member;
    private final HubLogins logins;
    private final OtherPasswords passwords;

    MyPassword(CurrentMember member, HubLogins logins, OtherPasswords passwords) {
        this.member = member;
        this.logins = logins;
        this.passwords = passwords;
    }

    /**
     * Changes the password of the member who is asking; its other sessions end.
     *
     * @throws IllegalArgumentException where {@code wanted} is shorter or longer than passwords may be
     */
    public OtherPasswords.Outcome change(String current, String wanted) {
        return passwords.change(logins, member.id().value(), current, wanted);
    }
}
