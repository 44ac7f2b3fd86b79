package dev.muster.members;

import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts members into groups and takes them out by hand. */
@Service
public class MembershipDesk {

    private final Memberships memberships;

    MembershipDesk(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Puts {@code member} into {@code groups}: at once where the member has joined, else pending. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public void add(MemberId member, Set<GroupId> groups) {
        memberships.add(member, groups);
    }

    /** Takes {@code member} out of {@code group}, where it is in it. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public void remove(MemberId member, GroupId group) {
        memberships.remove(member, group);
    }
}
