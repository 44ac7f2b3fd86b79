package dev.muster.members.index;

import java.util.List;
import java.util.Set;

/**
 * A list of those who were found.
 *
 * @param segments what {@code member.segment} of theirs is, without its sign
 * @param parts terms, of which each member has one: whoever has the first comes first. Empty where the key alone decides
 * @param descending whether all of it goes the other way
 */
public record Listing(Set<Integer> segments, SortKey key, List<Long> parts, boolean descending) {

    public Listing {
        segments = Set.copyOf(segments);
        parts = List.copyOf(parts);
    }
}
