package dev.muster.invitations;

import dev.muster.members.GroupDesk;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The public URLs of groups. */
@Service
public class GroupUrls {

    private final GroupDesk groups;
    private final InvitationLinks links;

    GroupUrls(GroupDesk groups, InvitationLinks links) {
        this.groups = groups;
        this.links = links;
    }

    /** A group that has a join code, and its URL. */
    public record GroupUrl(String name, String url, long members, long pending) {}

    /** Returns the groups that have a join code, by name. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<GroupUrl> all() {
        return groups.all().stream()
                .filter(group -> group.joinCode() != null)
                .map(group ->
                        new GroupUrl(group.name(), links.toGroup(group.joinCode()), group.members(), group.pending()))
                .toList();
    }
}
