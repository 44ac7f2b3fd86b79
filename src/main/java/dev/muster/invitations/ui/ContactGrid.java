package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider.CountCallback;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import dev.muster.common.ui.Initials;
import dev.muster.common.ui.State;
import dev.muster.common.ui.Times;
import dev.muster.invitations.ContactQuery;
import dev.muster.invitations.ContactRow;
import dev.muster.members.MemberId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The contacts as a table in which some are chosen; on a phone as a list of people. */
final class ContactGrid extends Composite<Grid<ContactRow>> {

    private static final int PAGE_SIZE = 50;

    private final Times times;
    private final Map<ContactQuery.Sort, Grid.Column<ContactRow>> sortable = new EnumMap<>(ContactQuery.Sort.class);
    private final List<Grid.Column<ContactRow>> wide;
    private final Grid.Column<ContactRow> narrow;
    private final Checkbox all = new Checkbox();

    /**
     * What the table asks of its page.
     *
     * @param isChosen tells whether somebody is chosen
     * @param toggle takes a click on the box of a row
     * @param all takes whether all are chosen, or nobody
     * @param sort takes a new order, and whether it descends
     */
    record Page(
            Predicate<MemberId> isChosen,
            Toggle toggle,
            Consumer<Boolean> all,
            BiConsumer<ContactQuery.Sort, Boolean> sort) {}

    /** Takes a click on the box of a row. */
    interface Toggle {

        /**
         * Chooses the row, or not any more.
         *
         * @param index the row's place in the list
         * @param isRange whether it is the other end of a range, since Shift was held
         */
        void toggled(ContactRow row, int index, boolean isRange);
    }

    ContactGrid(Times times, Page page) {
        this.times = times;
        Grid<ContactRow> grid = getContent();
        grid.addColumn(choice(page)).setWidth("46px").setFlexGrow(0).setHeader(all);
        narrow = grid.addColumn(person());
        wide = List.of(
                sortable(name(), ContactQuery.Sort.NAME, "160px").setFlexGrow(3).setRowHeader(true),
                sortable(text(ContactRow::email), ContactQuery.Sort.EMAIL, "160px")
                        .setFlexGrow(3),
                sortable(text(ContactRow::company), ContactQuery.Sort.COMPANY, "112px")
                        .setFlexGrow(2),
                plain(badge(), "KIND", "100px"),
                sortable(
                        text(row ->
                                getTranslation("members.source." + row.source().name())),
                        ContactQuery.Sort.SOURCE,
                        "112px"),
                sortable(muted(row -> times.day(row.added())), ContactQuery.Sort.ADDED, "104px"),
                sortable(muted(this::lastInvited), ContactQuery.Sort.LAST_INVITED, "118px"),
                plain(
                        text(row -> getTranslation(
                                "invitations.state." + row.state().name())),
                        "STATE",
                        "82px"));

        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                page.all().accept(change.getValue());
            }
        });
        grid.addSortListener(order -> order.getSortOrder().stream()
                .findFirst()
                .ifPresentOrElse(
                        first -> page.sort()
                                .accept(
                                        ContactQuery.Sort.valueOf(
                                                first.getSorted().getKey()),
                                        first.getDirection() == SortDirection.DESCENDING),
                        () -> page.sort().accept(ContactQuery.DEFAULT.sort(), ContactQuery.DEFAULT.descending())));

        all.setAriaLabel(getTranslation("invitations.list.choose-all"));
        grid.setPageSize(PAGE_SIZE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(getTranslation("invitations.list.title"));
        setNarrow(false);
    }

    /** Marks the column that the rows are sorted by. */
    void showOrder(ContactQuery.Sort sort, boolean descending) {
        getContent()
                .sort(List.of(new GridSortOrder<>(
                        sortable.get(sort), descending ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }

    void showAllChosen(boolean areAll) {
        all.setValue(areAll);
    }

    /** Shows the rows that {@code fetch} gives, of which {@code count} says the number. */
    void setRows(FetchCallback<ContactRow, Void> fetch, CountCallback<ContactRow, Void> count) {
        getContent().setItems(DataProvider.fromCallbacks(fetch, count));
    }

    /**
     * Draws {@code row} anew after a click on its box. The browser has changed the box by itself; unless it is told the
     * same by the server, it takes the box for one that never changed, and leaves it as it is when nobody is chosen any
     * more, or when another row scrolls into its place.
     */
    void redraw(ContactRow row) {
        getContent().getDataProvider().refreshItem(row);
    }

    /** Reads again what is in view. */
    void refresh() {
        getContent().getDataProvider().refreshAll();
    }

    void setEmptyState(Component component) {
        getContent().setEmptyStateComponent(component);
    }

    void setNarrow(boolean isNarrow) {
        getContent().setClassName("people", isNarrow);
        narrow.setVisible(isNarrow);
        wide.forEach(column -> column.setVisible(!isNarrow));
    }

    private Grid.Column<ContactRow> sortable(Renderer<ContactRow> cells, ContactQuery.Sort sort, String width) {
        Grid.Column<ContactRow> column = getContent()
                .addColumn(cells)
                .setKey(sort.name())
                .setHeader(getTranslation("invitations.list." + sort.name()))
                .setSortProperty(sort.name())
                .setWidth(width)
                .setFlexGrow(0);
        sortable.put(sort, column);
        return column;
    }

    private Grid.Column<ContactRow> plain(Renderer<ContactRow> cells, String name, String width) {
        return getContent()
                .addColumn(cells)
                .setHeader(getTranslation("invitations.list." + name))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private Renderer<ContactRow> choice(Page page) {
        return LitRenderer.<ContactRow>of("""
                        <label class="select-row"><input type="checkbox" .checked="${item.chosen}"
                        aria-label="${item.label}" @click="${(e) => toggle(e.shiftKey, index)}"></label>""")
                .withProperty("chosen", row -> page.isChosen().test(row.id()))
                .withProperty("label", row -> getTranslation("invitations.list.choose", row.name()))
                .withFunction(
                        "toggle",
                        (row, arguments) -> page.toggle()
                                .toggled(
                                        row,
                                        arguments.get(1).asInt(),
                                        arguments.get(0).asBoolean()));
    }

    private static Renderer<ContactRow> name() {
        return LitRenderer.<ContactRow>of("""
                        <div class="who"><span class="avatar avatar-${item.color}" aria-hidden="true">${item.initials}</span>
                        <a router-link href="${item.href}" class="cut" title="${item.name}">${item.name}</a></div>""")
                .withProperty("color", row -> Initials.of(row.name()).color())
                .withProperty("initials", row -> Initials.of(row.name()).text())
                .withProperty("href", row -> "advocates/" + row.id().value())
                .withProperty("name", ContactRow::name);
    }

    private Renderer<ContactRow> person() {
        return LitRenderer.<ContactRow>of("""
                        <a class="person" router-link href="${item.href}">
                        <span class="two-lines"><span class="person-name cut">${item.name}</span>
                        <span class="muted small cut">${item.second}</span></span>
                        <span class="muted small">${item.invited}</span></a>""")
                .withProperty("href", row -> "advocates/" + row.id().value())
                .withProperty("name", ContactRow::name)
                .withProperty("second", row -> row.company().isEmpty() ? row.email() : row.company())
                .withProperty("invited", this::lastInvited);
    }

    private static Renderer<ContactRow> text(ValueProvider<ContactRow, String> value) {
        return LitRenderer.<ContactRow>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", value);
    }

    private static Renderer<ContactRow> muted(ValueProvider<ContactRow, String> value) {
        return LitRenderer.<ContactRow>of("<span class=\"muted\">${item.text}</span>")
                .withProperty("text", value);
    }

    private Renderer<ContactRow> badge() {
        return LitRenderer.<ContactRow>of("<span class=\"st ${item.state}\">${item.word}</span>")
                .withProperty("state", row -> kind(row).styleClass())
                .withProperty("word", row -> getTranslation(kind(row).key()));
    }

    private static State kind(ContactRow row) {
        return State.valueOf(row.kind().name());
    }

    private String lastInvited(ContactRow row) {
        return row.lastInvited() == null ? getTranslation("members.never-invited") : times.day(row.lastInvited());
    }
}
