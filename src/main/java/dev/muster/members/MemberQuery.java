package dev.muster.members;

import dev.muster.common.WhiteSpace;

/**
 * Which members a list shows, in which order.
 *
 * @param search words that must each be in the name, the address or the company; blank for no search
 */
public record MemberQuery(
        MemberSegment segment, String search, MemberFilter filter, MemberSort sort, boolean descending) {

    /** The list as it opens. */
    public static final MemberQuery DEFAULT =
            new MemberQuery(MemberSegment.JOINED, "", MemberFilter.NONE, MemberSort.NAME, false);

    public MemberQuery {
        search = WhiteSpace.clean(search);
    }

    public MemberQuery withSegment(MemberSegment newSegment) {
        return new MemberQuery(newSegment, search, filter, sort, descending);
    }

    public MemberQuery withSearch(String newSearch) {
        return new MemberQuery(segment, newSearch, filter, sort, descending);
    }

    public MemberQuery withFilter(MemberFilter newFilter) {
        return new MemberQuery(segment, search, newFilter, sort, descending);
    }

    public MemberQuery sortedBy(MemberSort newSort, boolean isDescending) {
        return new MemberQuery(segment, search, filter, newSort, isDescending);
    }

    /** Returns the same list of everybody: no search, no filter. */
    public MemberQuery cleared() {
        return withSearch("").withFilter(MemberFilter.NONE);
    }

    /** Tells whether search and filter let everybody through. */
    public boolean isCleared() {
        return search.isEmpty() && filter.isEmpty();
    }

    /** Tells whether {@code other} finds the same members in each segment. */
    public boolean findsTheSameAs(MemberQuery other) {
        return search.equals(other.search) && filter.equals(other.filter);
    }
}
