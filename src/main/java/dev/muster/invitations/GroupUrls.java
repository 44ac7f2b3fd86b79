package dev.muster.invitations;

import dev.muster.members.GroupDesk;
import dev.muster.members.GroupDetails;
import dev.muster.members.GroupId;
import java.util.List;
import java.util.Optional;
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
    public record GroupUrl(String name, String joinCode, String url, long members, long pending) {}

    /** Returns the groups that have a join code, by name. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<GroupUrl> all() {
        return groups.all().stream().flatMap(group -> url(group).stream()).toList();
    }

    /** Returns the URL of {@code group}; empty where it has no join code. */
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<GroupUrl> of(GroupId group) {
        return groups.find(group).flatMap(this::url);
    }

    private Optional<GroupUrl> url(GroupDetails group) {
        return Optional.ofNullable(group.joinCode())
                .map(code -> new GroupUrl(group.name(), code, links.toGroup(code), group.members(), group.pending()));
    }
}
