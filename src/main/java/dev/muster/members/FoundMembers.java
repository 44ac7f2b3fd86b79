package dev.muster.members;

import dev.muster.members.index.Found;
import dev.muster.members.index.Listing;
import java.util.Arrays;
import java.util.List;

/** Members that the index found, as they were then: how many, who, and any page of their list. */
public final class FoundMembers {

    private final Found found;
    private final Listing listing;

    FoundMembers(Found found, Listing listing) {
        this.found = found;
        this.listing = listing;
    }

    /** Returns how many they are. */
    public long count() {
        return listing.segments().stream().mapToLong(found::of).sum();
    }

    /** Returns those from the {@code offset}th of the list on, at most {@code limit}. */
    public List<MemberId> page(long offset, int limit) {
        return found.page(listing, offset, limit).stream().map(MemberId::new).toList();
    }

    /** Returns those of {@code ids} who are among them. */
    public long[] among(long[] ids) {
        return found.among(ids, listing.segments());
    }

    /** Returns the ids of all, ascending: eight bytes each. */
    public long[] ids() {
        long[] ids = found.ids(listing.segments());
        Arrays.sort(ids);
        return ids;
    }
}
