package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.muster.common.ui.PhoneFilters;
import dev.muster.common.ui.SearchField;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.SegmentCounts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything by which the Advocates page is told what to list: search, segments, columns, filters. */
final class AdvocatesToolbar extends Composite<Div> {

    private final SearchField search;
    private final SegmentTabs segments;
    private final FilterBar filters;
    private final PhoneFilters place;

    /**
     * What a person can ask for.
     *
     * @param column takes a column and whether to hide it
     * @param clear is told to take search and filters off
     */
    record Wishes(
            Consumer<String> search,
            Consumer<MemberSegment> segment,
            Consumer<MemberFilter> filter,
            BiConsumer<MemberColumn, Boolean> column,
            Runnable clear) {}

    AdvocatesToolbar(FilterChoices choices, Wishes wishes) {
        segments = new SegmentTabs(wishes.segment());
        filters = new FilterBar(choices, wishes.filter(), wishes.clear());
        place = new PhoneFilters(filters);
        search = new SearchField(getTranslation("members.advocates.search"), wishes.search());

        search.addClassNames("search-field", "takes-search-key");
        var first = new Div(search, place.button(), segments, new ColumnChooser(wishes.column()));
        first.addClassName("toolbar");
        getContent().addClassName("advocates-toolbar");
        getContent().add(first, place);
    }

    void show(MemberQuery query, SegmentCounts found) {
        search.setValue(query.search());
        segments.show(query.segment(), found);
        filters.show(query.filter(), query.isCleared());
        place.count(FilterAddress.count(query.filter()));
    }
}
