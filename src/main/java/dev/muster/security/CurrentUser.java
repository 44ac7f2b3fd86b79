package dev.muster.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking. Jobs have no current user: they take an {@link AccountId} as an argument. */
@Component
public class CurrentUser {

    /** Returns who is logged in, or empty for a visitor or a job. */
    public Optional<LoggedIn> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof LoggedIn user
                ? Optional.of(user)
                : Optional.empty();
    }

    /** Tells whether somebody is logged in who has the rights of {@code role}. */
    public boolean has(Role role) {
        return find().filter(user -> user.role().includes().contains(role)).isPresent();
    }

    /**
     * Returns who is logged in.
     *
     * @throws IllegalStateException where nobody is
     */
    public LoggedIn get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is logged in."));
    }
}
