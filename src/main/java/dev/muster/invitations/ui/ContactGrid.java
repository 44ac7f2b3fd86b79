package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider.CountCallback;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import dev.muster.common.ui.Initials;
import dev.muster.common.ui.SpokenText;
import dev.muster.common.ui.State;
import dev.muster.common.ui.Times;
import dev.muster.invitations.ContactQuery;
import dev.muster.invitations.ContactRow;
import dev.muster.members.MemberId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The contacts as a table in which some are chosen; on a phone as a list of people. */
final class ContactGrid extends Composite<Grid<ContactRow>> {

    private static final int PAGE_SIZE = 50;

    private final Times times;
    private final List<Grid.Column<ContactRow>> wide;
    private final Grid.Column<ContactRow> narrow;

    /**
     * What the table asks of its page.
     *
     * @param isChosen tells whether somebody is chosen
     * @param choose takes who is chosen, or not any more
     * @param sort takes a new order, and whether it descends
     */
    record Page(
            Predicate<MemberId> isChosen,
            BiConsumer<MemberId, Boolean> choose,
            BiConsumer<ContactQuery.Sort, Boolean> sort) {}

    ContactGrid(Times times, Page page) {
        this.times = times;
        Grid<ContactRow> grid = getContent();
        grid.addColumn(choice(page))
                .setHeader(new SpokenText(getTranslation("invitations.list.choice")))
                .setWidth("56px")
                .setFlexGrow(0);
        narrow = grid.addColumn(person());
        wide = List.of(
                sortable(grid.addColumn(name()), ContactQuery.Sort.NAME, "240px")
                        .setRowHeader(true),
                sortable(grid.addColumn(text(ContactRow::email)), ContactQuery.Sort.EMAIL, "230px"),
                sortable(grid.addColumn(text(ContactRow::company)), ContactQuery.Sort.COMPANY, "150px"),
                grid.addColumn(badge(row -> State.valueOf(row.kind().name())))
                        .setHeader(getTranslation("invitations.list.KIND"))
                        .setWidth("120px")
                        .setFlexGrow(0),
                sortable(
                        grid.addColumn(text(row ->
                                getTranslation("members.source." + row.source().name()))),
                        ContactQuery.Sort.SOURCE,
                        "130px"),
                sortable(grid.addColumn(text(row -> times.day(row.added()))), ContactQuery.Sort.ADDED, "130px"),
                sortable(grid.addColumn(text(this::lastInvited)), ContactQuery.Sort.LAST_INVITED, "140px"),
                grid.addColumn(text(row -> getTranslation(
                                "invitations.state." + row.state().name())))
                        .setHeader(getTranslation("invitations.list.STATE"))
                        .setWidth("110px")
                        .setFlexGrow(0));

        grid.addSortListener(order -> order.getSortOrder().stream()
                .findFirst()
                .ifPresent(first -> page.sort()
                        .accept(
                                ContactQuery.Sort.valueOf(first.getSorted().getKey()),
                                first.getDirection() == SortDirection.DESCENDING)));

        grid.setPageSize(PAGE_SIZE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(getTranslation("invitations.list.title"));
        setNarrow(false);
    }

    /** Shows the rows that {@code fetch} gives, of which {@code count} says the number. */
    void setRows(FetchCallback<ContactRow, Void> fetch, CountCallback<ContactRow, Void> count) {
        getContent().setItems(DataProvider.fromCallbacks(fetch, count));
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

    private Grid.Column<ContactRow> sortable(Grid.Column<ContactRow> column, ContactQuery.Sort sort, String width) {
        return column.setKey(sort.name())
                .setHeader(getTranslation("invitations.list." + sort.name()))
                .setSortProperty(sort.name())
                .setWidth(width);
    }

    private Renderer<ContactRow> choice(Page page) {
        return LitRenderer.<ContactRow>of("""
                        <label class="choice"><input type="checkbox" .checked="${item.chosen}" aria-label="${item.label}"
                        @change="${(event) => choose(event.target.checked)}"></label>""")
                .withProperty("chosen", row -> page.isChosen().test(row.id()))
                .withProperty("label", row -> getTranslation("invitations.list.choose", row.name()))
                .withFunction(
                        "choose",
                        (row, arguments) ->
                                page.choose().accept(row.id(), arguments.get(0).asBoolean()));
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

    private Renderer<ContactRow> badge(ValueProvider<ContactRow, State> state) {
        return LitRenderer.<ContactRow>of("<span class=\"st ${item.state}\">${item.word}</span>")
                .withProperty("state", row -> state.apply(row).styleClass())
                .withProperty("word", row -> getTranslation(state.apply(row).key()));
    }

    private String lastInvited(ContactRow row) {
        return row.lastInvited() == null ? getTranslation("members.never-invited") : times.day(row.lastInvited());
    }
}
