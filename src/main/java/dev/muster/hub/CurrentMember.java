package dev.muster.hub;

import dev.muster.members.MemberId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The member who is asking. */
@Component
public class CurrentMember {

    /**
     * Returns who is logged in.
     *
     * @throws IllegalStateException where no member is
     */
    public MemberId id() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof LoggedInMember member) {
            return member.id();
        }
        throw new IllegalStateException("No member is logged in.");
    }
}
