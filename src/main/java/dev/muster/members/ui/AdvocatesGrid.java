package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider.CountCallback;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The list of members as a table; on a phone as a list of people. */
final class AdvocatesGrid extends Composite<Grid<MemberRow>> {

    private static final int PAGE_SIZE = 50;

    private final Map<MemberColumn, Grid.Column<MemberRow>> columns = new EnumMap<>(MemberColumn.class);
    private final Set<MemberColumn> hidden = EnumSet.noneOf(MemberColumn.class);
    private final Grid.Column<MemberRow> people;
    private final Checkbox selectAll = new Checkbox();

    private MemberSegment segment = MemberQuery.DEFAULT.segment();
    private boolean narrow;

    /**
     * Creates the table.
     *
     * @param boxes the boxes in front of the rows
     * @param onSort takes each new order, and whether it descends
     */
    AdvocatesGrid(MemberCells cells, Renderer<MemberRow> boxes, BiConsumer<MemberSort, Boolean> onSort) {
        Grid<MemberRow> grid = getContent();
        grid.addColumn(boxes).setKey("select").setWidth("46px").setFlexGrow(0).setHeader(selectAll);
        people = grid.addColumn(cells.person());
        for (MemberColumn column : MemberColumn.values()) {
            columns.put(column, create(column, cells));
        }

        grid.addSortListener(sort -> sort.getSortOrder().stream()
                .findFirst()
                .ifPresentOrElse(
                        order -> onSort.accept(
                                MemberSort.valueOf(order.getSorted().getKey()),
                                order.getDirection() == SortDirection.DESCENDING),
                        () -> onSort.accept(MemberQuery.DEFAULT.sort(), false)));

        grid.setPageSize(PAGE_SIZE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(getTranslation("nav.advocates"));
        showColumns();
    }

    /** Shows the rows that {@code fetch} gives, of which {@code count} says the number. */
    void setRows(FetchCallback<MemberRow, Void> fetch, CountCallback<MemberRow, Void> count) {
        getContent().setItems(DataProvider.fromCallbacks(fetch, count));
    }

    /** Reads the rows of {@code query}. */
    void show(MemberQuery query) {
        segment = query.segment();
        showColumns();
        Grid.Column<MemberRow> sorted = columns.get(MemberColumn.of(query.sort()));
        getContent()
                .sort(List.of(new GridSortOrder<>(
                        sorted, query.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        getContent().getDataProvider().refreshAll();
    }

    /**
     * Goes back to the first row. Not for a table that comes onto the page with the same answer: its rows have no cells
     * yet and no height that means anything, the browser would take the place of the first from that, and would then
     * draw rows without end to get there.
     */
    void scrollToStart() {
        getContent().scrollToStart();
    }

    /**
     * Draws {@code row} anew after a click on its box. The browser has changed the box by itself; unless it is told the
     * same by the server, it takes the box for one that never changed, and leaves it as it is when nobody is selected
     * any more, or when another row scrolls into its place.
     */
    void redraw(MemberRow row) {
        getContent().getDataProvider().refreshItem(row);
    }

    /** Draws the rows that are there anew. */
    void redraw() {
        getContent().getDataProvider().refreshAll();
    }

    /**
     * Has {@code onChange} told to select all rows or none.
     *
     * @param label what the box says to those who do not see it
     */
    void onSelectAll(String label, Consumer<Boolean> onChange) {
        selectAll.setAriaLabel(label);
        selectAll.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.accept(change.getValue());
            }
        });
    }

    void showSelected(boolean all) {
        selectAll.setValue(all);
    }

    void setEmptyState(Component component) {
        getContent().setEmptyStateComponent(component);
    }

    void setHidden(MemberColumn column, boolean isHidden) {
        if (isHidden) {
            hidden.add(column);
        } else {
            hidden.remove(column);
        }
        showColumns();
    }

    /** Shows one column that holds everything, or the table. */
    void setNarrow(boolean isNarrow) {
        narrow = isNarrow;
        getContent().setClassName("people", isNarrow);
        showColumns();
    }

    private Grid.Column<MemberRow> create(MemberColumn column, MemberCells cells) {
        Grid.Column<MemberRow> created = getContent()
                .addColumn(cells.of(column))
                .setKey(column.name())
                .setHeader(getTranslation(column.headerKey()))
                .setWidth(column.width())
                .setFlexGrow(column.grow())
                .setRowHeader(column == MemberColumn.NAME);
        column.sort().ifPresent(sort -> created.setSortProperty(sort.name()));
        return created;
    }

    private void showColumns() {
        people.setVisible(narrow);
        columns.forEach(
                (column, shown) -> shown.setVisible(!narrow && column.isFor(segment) && !hidden.contains(column)));
    }
}
