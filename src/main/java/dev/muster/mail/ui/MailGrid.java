package dev.muster.mail.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.muster.common.ui.State;
import dev.muster.common.ui.Times;
import dev.muster.mail.MailId;
import dev.muster.mail.MailQuery;
import dev.muster.mail.MailRow;
import java.util.List;
import java.util.function.Function;

/** The list of letters. */
final class MailGrid extends Grid<MailRow> {

    private static final int PHONE_WIDTH = 600;
    private static final int WIDTH_FOR_ALL_BESIDE_DETAIL = 1700;

    private static final String BADGE = "<span class='st ${item.stateClass}'>${item.state}</span>";
    private static final String LINK = "<a class='plain cut' href='${item.href}' router-link>${item.to}</a>";

    private static final String NARROW =
            "<div class='mail-cell'>" + LINK + BADGE + "<span class='cut muted'>${item.subject}</span></div>";

    private final transient Times times;
    private final Column<MailRow> narrow;
    private final ValueSignal<Boolean> besideDetail = new ValueSignal<>(false);

    /**
     * Creates the list.
     *
     * @param hrefOf gives the address at which a letter is open
     */
    MailGrid(Times times, Function<MailId, String> hrefOf) {
        this.times = times;

        narrow = addColumn(cells(NARROW, hrefOf)).setHeader(getTranslation("mail.outbox.column.MAIL"));
        sortable(MailQuery.Sort.TO, cells("<div class='who'>" + LINK + "</div>", hrefOf))
                .setFlexGrow(3);
        sortable(MailQuery.Sort.SUBJECT, cells("<span class='cut'>${item.subject}</span>", hrefOf))
                .setFlexGrow(4);
        sortable(MailQuery.Sort.STATE, cells(BADGE, hrefOf)).setWidth("168px").setFlexGrow(0);
        sortable(MailQuery.Sort.TRIES, cells("${item.tries}", hrefOf))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("84px")
                .setFlexGrow(0);
        sortable(MailQuery.Sort.NEXT_TRY, cells("${item.nextTry}", hrefOf))
                .setWidth("124px")
                .setFlexGrow(0);

        ((GridSingleSelectionModel<MailRow>) setSelectionMode(SelectionMode.SINGLE)).setDeselectAllowed(false);
        setAriaLabel(getTranslation("mail.outbox.title"));
        addClassName("mail-grid");
    }

    /** Returns the order that {@code orders}, as the list was sorted, stand for; the newest first without one. */
    static MailQuery.Sort sortOf(List<GridSortOrder<MailRow>> orders) {
        return orders.isEmpty()
                ? MailQuery.Sort.WRITTEN
                : MailQuery.Sort.valueOf(orders.getFirst().getSorted().getKey());
    }

    /** Tells whether {@code orders} go from the last to the first. */
    static boolean isDescending(List<GridSortOrder<MailRow>> orders) {
        return orders.isEmpty() || orders.getFirst().getDirection() == SortDirection.DESCENDING;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var window = attach.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            int needed = besideDetail.get() ? WIDTH_FOR_ALL_BESIDE_DETAIL : PHONE_WIDTH;
            showNarrow(window.get().width() <= needed);
        });
    }

    /** Takes into account that a letter is open beside the list, which then has less room. */
    void setBesideDetail(boolean isBeside) {
        besideDetail.set(isBeside);
    }

    private void showNarrow(boolean isNarrow) {
        getColumns().forEach(column -> column.setVisible(column.equals(narrow) == isNarrow));
    }

    private Column<MailRow> sortable(MailQuery.Sort sort, LitRenderer<MailRow> cells) {
        return addColumn(cells)
                .setKey(sort.name())
                .setHeader(getTranslation("mail.outbox.column." + sort))
                .setSortProperty(sort.name());
    }

    private LitRenderer<MailRow> cells(String template, Function<MailId, String> hrefOf) {
        return LitRenderer.<MailRow>of(template)
                .withProperty("to", MailRow::toAddress)
                .withProperty("href", row -> hrefOf.apply(row.id()))
                .withProperty("subject", MailRow::subject)
                .withProperty("state", word(State::key))
                .withProperty("stateClass", row -> MailStates.shown(row.state()).styleClass())
                .withProperty("tries", MailRow::tries)
                .withProperty("nextTry", this::nextTry);
    }

    private ValueProvider<MailRow, String> word(Function<State, String> key) {
        return row -> getTranslation(key.apply(MailStates.shown(row.state())));
    }

    private String nextTry(MailRow row) {
        return row.nextTryAt() == null ? "" : times.timeOfDay(row.nextTryAt());
    }
}
