package dev.muster.members.ui;

import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.MemberSegment;
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
    private @Nullable PageBoundaries boundaries;
    private @Nullable SegmentCounts found;
    private @Nullable SegmentCounts all;

    AdvocateList(MemberDirectory directory) {
        this.directory = directory;
    }

    /** Tells whether nobody is in the hub, archived and locked members neither. */
    boolean isEmpty() {
        return all().of(MemberSegment.ALL) == 0 && directory.isEmpty();
    }

    MemberQuery query() {
        return query;
    }

    void show(MemberQuery newQuery) {
        if (!newQuery.findsTheSameAs(query)) {
            found = null;
        }
        query = newQuery;
        boundaries = null;
    }

    /** Forgets the counts, since members came, went or changed. */
    void reload() {
        found = null;
        all = null;
        boundaries = null;
    }

    List<MemberRow> page(int offset, int limit) {
        if (boundaries == null) {
            boundaries = new PageBoundaries(query.segment(), found());
        }
        return directory.page(query, boundaries, offset, limit);
    }

    /** Returns how many members of each segment search and filter find. */
    SegmentCounts found() {
        if (found == null) {
            found = query.isCleared() ? all() : directory.counts(query);
        }
        return found;
    }

    /** Returns how many members of each segment there are. */
    SegmentCounts all() {
        if (all == null) {
            all = directory.counts(query.cleared());
        }
        return all;
    }
}
