package dev.muster.security;

import dev.muster.common.EmailAddress;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;

/** People who log in on the same page without an account of the admins. Implemented by the feature that knows them. */
public interface OtherLogins {

    /** Returns who logs in with {@code address}; empty where nobody may. */
    Optional<UserDetails> find(EmailAddress address);

    /** Somebody who may log in, and set a new password. */
    record Person(long number, String name, EmailAddress address) {}

    /** Returns who can have a new password by mail to {@code address}; empty where nobody may log in with it. */
    Optional<Person> person(EmailAddress address);

    /** Returns the one with this number, while it may log in. */
    Optional<Person> person(long number);

    /** Gives the person with this number another password; sessions opened with the one before may not stay. */
    void changePassword(long number, String passwordHash);

    /**
     * Tells whether the session of {@code user}, who was one of these at login, may go on. Asked at each request.
     *
     * @return true for anyone who is none of these
     */
    boolean mayStay(UserDetails user);
}
