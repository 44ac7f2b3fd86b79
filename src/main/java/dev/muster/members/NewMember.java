package dev.muster.members;

import java.util.Set;

/**
 * Someone whom an admin adds by hand.
 *
 * @param groups the groups to join, beside those that every new member joins
 */
public record NewMember(ProfileData data, Set<GroupId> groups) {

    public NewMember {
        groups = Set.copyOf(groups);
    }
}
