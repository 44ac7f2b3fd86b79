package dev.muster.members;

import org.jspecify.annotations.Nullable;

/**
 * A group as the Groups page shows it.
 *
 * @param version goes up with every change; the form hands it back when it saves
 * @param joinCode what stands at the end of the group's URL, or null for none
 * @param joinedByDefault whether new members join the group
 * @param members how many are in the group
 * @param pending how many will be in it once they join the hub
 */
public record GroupDetails(
        GroupId id,
        long version,
        String name,
        @Nullable String joinCode,
        boolean joinedByDefault,
        long members,
        long pending) {}
