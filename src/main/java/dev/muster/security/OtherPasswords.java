package dev.muster.security;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people who log in without an account (see {@link OtherLogins}) change their password. Checks no rights. */
@Component
public class OtherPasswords {

    /** What came of a wish for another password. */
    public enum Outcome {
        /** Done; every session opened with the one before ends at its next request. */
        CHANGED,
        /** The current password was another one. */
        WRONG,
        /** Too many wrong ones went before; it was not looked at. */
        TOO_MANY_ATTEMPTS
    }

    private final ChangePassword change;
    private final AuditLog audit;
    private final LoginThrottle attempts;

    OtherPasswords(ChangePassword change, AuditLog audit, LoginThrottle attempts) {
        this.change = change;
        this.audit = audit;
        this.attempts = attempts;
    }

    /**
     * Changes the password of the person with this {@code number}, who is the one asking.
     *
     * @throws IllegalArgumentException where {@link PasswordRule} does not accept {@code wanted}
     */
    @Transactional
    public Outcome change(OtherLogins logins, long number, String current, String wanted) {
        PasswordRule.require(wanted);
        OtherLogins.Person person = logins.person(number)
                .orElseThrow(
                        () -> new IllegalStateException("Nobody with the number %d may log in.".formatted(number)));
        // Guesses here count for the login page, too, but for no other person.
        String place = "own password " + number;
        if (!attempts.admits(place, person.address().key())) {
            return Outcome.TOO_MANY_ATTEMPTS;
        }
        if (logins.find(person.address())
                .filter(user -> change.matches(user.getPassword(), current))
                .isEmpty()) {
            return Outcome.WRONG;
        }
        attempts.succeeded(place, person.address().key());
        change.run(logins, person, wanted);
        audit.recordOfMember(number, "member.change-password");
        return Outcome.CHANGED;
    }
}
