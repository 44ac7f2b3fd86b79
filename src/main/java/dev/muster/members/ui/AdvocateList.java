package dev.muster.members.ui;

import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.PageBoundaries;
import dev.muster.members.SegmentCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list that one Advocates page shows: its query, what the pages seen so far have left behind, and the counts, asked
 * for once and kept while the search stands.
 */
final class AdvocateList {

    private final MemberDirectory directory;

    private MemberQuery query = MemberQuery.DEFAULT;
    private PageBoundaries boundaries = new PageBoundaries();
    private @Nullable SegmentCounts found;
    private @Nullable SegmentCounts all;

    AdvocateList(MemberDirectory directory) {
        this.directory = directory;
    }

    MemberQuery query() {
        return query;
    }

    void show(MemberQuery newQuery) {
        if (!newQuery.search().equals(query.search())) {
            found = null;
        }
        query = newQuery;
        boundaries = new PageBoundaries();
    }

    /** Forgets the counts, since members came, went or changed. */
    void reload() {
        found = null;
        all = null;
        boundaries = new PageBoundaries();
    }

    List<MemberRow> page(int offset, int limit) {
        return directory.page(query, boundaries, offset, limit);
    }

    /** Returns how many members of each segment the search finds. */
    SegmentCounts found() {
        if (found == null) {
            found = query.search().isEmpty() ? all() : directory.counts(query.search());
        }
        return found;
    }

    /** Returns how many members of each segment there are. */
    SegmentCounts all() {
        if (all == null) {
            all = directory.counts("");
        }
        return all;
    }
}
