package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.common.ui.Icons;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.SegmentCounts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything by which the Advocates page is told what to list: search, segments, columns, filters. */
final class AdvocatesToolbar extends Composite<Div> {

    private static final int SEARCH_MILLIS = 300;

    private final TextField search = new TextField();
    private final SegmentTabs segments;
    private final FilterBar filters;
    private final Button filterButton = new Button(Icons.FILTER.create());
    private final Div place = new Div();

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
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wishes.search().accept(change.getValue());
            }
        });
        filterButton.addClickListener(_ -> openFilters());

        search.setPlaceholder(getTranslation("members.advocates.search"));
        search.setAriaLabel(getTranslation("members.advocates.search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_MILLIS);
        search.addClassNames("search-field", "takes-search-key");
        filterButton.addClassNames("aura-accent-neutral", "filter-button");
        place.addClassName("filter-place");
        place.add(filters);
        var first = new Div(search, filterButton, segments, new ColumnChooser(wishes.column()));
        first.addClassName("toolbar");
        getContent().addClassName("advocates-toolbar");
        getContent().add(first, place);
    }

    void show(MemberQuery query, SegmentCounts found) {
        search.setValue(query.search());
        segments.show(query.segment(), found);
        filters.show(query.filter(), query.isCleared());
        int set = FilterAddress.count(query.filter());
        filterButton.setText(
                set == 0 ? getTranslation("members.filter.button") : getTranslation("members.filter.button-set", set));
    }

    /** On a phone the filters have a screen of their own. */
    private void openFilters() {
        var dialog = new Dialog(filters);
        var done = new Button(getTranslation("members.filter.done"), _ -> dialog.close());
        dialog.setHeaderTitle(getTranslation("members.filter.button"));
        dialog.addClassName("filter-dialog");
        dialog.getFooter().add(done);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                place.add(filters);
            }
        });
        dialog.open();
    }
}
