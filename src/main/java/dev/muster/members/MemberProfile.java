package dev.muster.members;

import java.util.List;

/**
 * A member as its page shows it.
 *
 * @param version grows with every change; a save says which one it was made on
 * @param groups by name
 */
public record MemberProfile(MemberId id, long version, ProfileData data, MemberFacts facts, List<Membership> groups) {

    public MemberProfile {
        groups = List.copyOf(groups);
    }
}
