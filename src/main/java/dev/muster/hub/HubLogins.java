package dev.muster.hub;

import dev.muster.common.EmailAddress;
import dev.muster.members.MemberId;
import dev.muster.members.MemberLogins;
import dev.muster.security.OtherLogins;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/** Lets members log in on the page where admins do; their right is {@code MEMBER} and no more. */
@Component
public class HubLogins implements OtherLogins {

    private final MemberLogins logins;

    HubLogins(MemberLogins logins) {
        this.logins = logins;
    }

    @Override
    public Optional<UserDetails> find(EmailAddress address) {
        return logins.find(address).map(LoggedInMember::of);
    }

    /** Returns who {@code member} is once logged in; empty where it may not. */
    public Optional<LoggedInMember> find(MemberId member) {
        return logins.find(member).map(LoggedInMember::of);
    }

    @Override
    public Optional<Person> person(EmailAddress address) {
        return logins.find(address).flatMap(HubLogins::person);
    }

    @Override
    public Optional<Person> person(long number) {
        return logins.find(new MemberId(number)).flatMap(HubLogins::person);
    }

    @EventListener
    void keep(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof LoggedInMember member) {
            logins.loggedIn(member.id());
        }
    }

    /** Returns who {@code member}, who has joined this moment, is from here on; empty where it may not log in. */
    public Optional<LoggedInMember> enter(MemberId member) {
        Optional<LoggedInMember> entered = find(member);
        entered.ifPresent(_ -> logins.loggedIn(member));
        return entered;
    }

    private static Optional<Person> person(MemberLogins.Login login) {
        return EmailAddress.parse(login.email())
                .map(address -> new Person(login.id().value(), login.name(), address));
    }

    @Override
    public void changePassword(long number, String passwordHash) {
        logins.changePassword(new MemberId(number), passwordHash);
    }

    @Override
    public boolean mayStay(UserDetails user) {
        return !(user instanceof LoggedInMember member)
                || logins.find(member.id())
                        .filter(login -> login.passwordHash().equals(member.passwordHash()))
                        .isPresent();
    }
}
