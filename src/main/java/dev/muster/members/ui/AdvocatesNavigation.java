package dev.muster.members.ui;

import com.vaadin.flow.component.UI;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import java.util.function.Supplier;

/** Goes from what the Advocates page lists to what somebody wants it to list: by its address, so that Back comes back. */
final class AdvocatesNavigation {

    private final Supplier<MemberQuery> shown;

    /**
     * Creates the navigation of one page.
     *
     * @param shown tells what the page lists
     */
    AdvocatesNavigation(Supplier<MemberQuery> shown) {
        this.shown = shown;
    }

    void choose(MemberSegment segment) {
        MemberQuery chosen = shown.get().withSegment(segment);
        go(MemberColumn.of(chosen.sort()).isFor(segment) ? chosen : chosen.sortedBy(MemberQuery.DEFAULT.sort(), false));
    }

    void filter(MemberFilter filter) {
        go(shown.get().withFilter(filter));
    }

    /** Takes search and filters off. */
    void clear() {
        go(shown.get().cleared());
    }

    void sort(MemberSort sort, boolean descending) {
        MemberQuery sorted = shown.get().sortedBy(sort, descending);
        if (!sorted.equals(shown.get())) {
            go(sorted);
        }
    }

    private static void go(MemberQuery query) {
        UI.getCurrent().navigate(AdvocatesView.class, AdvocatesAddress.write(query));
    }
}
