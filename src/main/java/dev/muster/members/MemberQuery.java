package dev.muster.members;

import dev.muster.common.WhiteSpace;

/**
 * Which members a list shows, in which order.
 *
 * @param search words that must each be in the name, the address or the company; blank for no search
 */
public record MemberQuery(MemberSegment segment, String search, MemberSort sort, boolean descending) {

    /** The list as it opens. */
    public static final MemberQuery DEFAULT = new MemberQuery(MemberSegment.JOINED, "", MemberSort.NAME, false);

    public MemberQuery {
        search = WhiteSpace.clean(search);
    }

    public MemberQuery withSegment(MemberSegment newSegment) {
        return new MemberQuery(newSegment, search, sort, descending);
    }

    public MemberQuery withSearch(String newSearch) {
        return new MemberQuery(segment, newSearch, sort, descending);
    }

    public MemberQuery sortedBy(MemberSort newSort, boolean isDescending) {
        return new MemberQuery(segment, search, newSort, isDescending);
    }
}
