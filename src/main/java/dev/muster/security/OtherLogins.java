package dev.muster.security;

import dev.muster.common.EmailAddress;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;

/** People who log in on the same page without an account of the admins. Implemented by the feature that knows them. */
public interface OtherLogins {

    /** Returns who logs in with {@code address}; empty where nobody may. */
    Optional<UserDetails> find(EmailAddress address);

    /**
     * Tells whether the session of {@code user}, who was one of these at login, may go on. Asked at each request.
     *
     * @return true for anyone who is none of these
     */
    boolean mayStay(UserDetails user);
}
