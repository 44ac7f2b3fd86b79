package dev.muster.members.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Times;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberPulse;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;

/** The advocates and contacts of the hub. What the list shows stands in the address. */
@Route(AdvocatesView.PATH)
@Menu(order = 110, title = "nav.advocates", icon = "users")
@RolesAllowed(Role.Names.VIEWER)
@StyleSheet("members.css")
@JavaScript("context://search-key.js")
class AdvocatesView extends Page implements BeforeEnterObserver {

    static final String PATH = "advocates";

    private static final Logger LOG = LoggerFactory.getLogger(AdvocatesView.class);
    private static final int PHONE_WIDTH = 600;
    private static final int SEARCH_MILLIS = 300;

    private final transient AdvocateList list;
    private final transient MemberPulse pulse;
    private final transient List<AdvocatesAction> actions;
    private final TextField search = new TextField();
    private final SegmentTabs segments;
    private final AdvocatesGrid grid;
    private final Div toolbar;
    private final Div instead = new Div();
    private final Div download = new Div();
    private transient MemberPulse.@Nullable Watch watch;

    AdvocatesView(MemberDirectory directory, MemberPulse pulse, Times times, ObjectProvider<AdvocatesAction> offers) {
        super("nav.advocates");
        list = new AdvocateList(directory);
        this.pulse = pulse;
        actions = offers.stream()
                .filter(AdvocatesAction::isOffered)
                .sorted(Comparator.comparingInt(AdvocatesAction::order))
                .toList();
        segments = new SegmentTabs(this::choose);
        grid = new AdvocatesGrid(new MemberCells(times, this::getTranslation), this::sort);
        var columns = new ColumnChooser(grid::setHidden);
        toolbar = new Div(search, segments, columns);

        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                search(change.getValue());
            }
        });
        grid.setRows(this::fetch, _ -> count());

        search.setPlaceholder(getTranslation("members.advocates.search"));
        search.setAriaLabel(getTranslation("members.advocates.search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_MILLIS);
        search.addClassNames("search-field", "takes-search-key");
        getContent().addClassName("list-page");
        toolbar.addClassName("toolbar");
        addActions(new ActionsMenu(actions, this));
        download.addClassName("sr-only");
        add(toolbar, grid, instead, download);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(AdvocatesAddress.read(event.getLocation().getQueryParameters()));
        reload();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var window = attach.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> grid.setNarrow(isNarrow(window.get().width())));
        UI ui = attach.getUI();
        // The news come on the thread of the pulse, which must not wait for this page.
        watch = pulse.watch(ui.accessLater(this::refresh, () -> {}));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        if (watch != null) {
            watch.close();
        }
    }

    /** Shows what changed elsewhere, and keeps the place. */
    private void refresh() {
        list.reload();
        if (grid.isVisible()) {
            showCounts();
            grid.refresh();
        } else {
            show();
        }
    }

    /** Until the browser has told its width, it is 0. */
    private static boolean isNarrow(int width) {
        return width > 0 && width <= PHONE_WIDTH;
    }

    MemberQuery query() {
        return list.query();
    }

    /** Counts and reads again, since members came, went or changed. */
    void reload() {
        list.reload();
        show();
    }

    /** Puts {@code link} where the browser can click it, in place of the one before. */
    void offerDownload(Anchor link) {
        download.removeAll();
        download.add(link);
    }

    private void show() {
        try {
            boolean nobody = list.all().of(MemberSegment.ALL) == 0;
            toolbar.setVisible(!nobody);
            showCounts();
            if (nobody) {
                showInstead(nobodyYet());
                return;
            }
        } catch (DataAccessException e) {
            fail(e);
            return;
        }
        instead.setVisible(false);
        grid.setVisible(true);
        grid.setEmptyState(noneFound());
        grid.show(query());
    }

    private void showCounts() {
        MemberSegment segment = query().segment();
        search.setValue(query().search());
        segments.show(segment, list.found());
        setSubtitle(getTranslation(
                "members.advocates.subtitle." + segment.name(),
                list.found().of(segment),
                list.all().of(segment)));
    }

    private void showInstead(Component component) {
        grid.setVisible(false);
        instead.setVisible(true);
        instead.removeAll();
        instead.add(component);
    }

    private Stream<MemberRow> fetch(Query<MemberRow, Void> range) {
        try {
            return list.page(range.getOffset(), range.getLimit()).stream();
        } catch (DataAccessException e) {
            // The rows are asked for while the answer to the browser is written: too late to change the page in it.
            getUI().ifPresent(ui -> ui.accessLater(() -> fail(e), () -> {}).run());
            return Stream.empty();
        }
    }

    private int count() {
        return (int) Math.min(list.found().of(query().segment()), Integer.MAX_VALUE);
    }

    private void fail(DataAccessException cause) {
        LOG.error("The list of advocates could not be read; the page offers to try again.", cause);
        var again = new Button(getTranslation("members.list.try-again"), _ -> reload());
        showInstead(new EmptyState(Icons.ALERT, getTranslation("members.list.failed"), "", again));
    }

    private EmptyState nobodyYet() {
        Component[] ways = actions.stream()
                .filter(AdvocatesAction::startsTheHub)
                .map(action -> {
                    var button = new Button(getTranslation(action.titleKey()), _ -> action.run(this));
                    button.addThemeVariants(ButtonVariant.PRIMARY);
                    return button;
                })
                .toArray(Component[]::new);
        return new EmptyState(
                Icons.USERS,
                getTranslation("members.advocates.nobody"),
                getTranslation("members.advocates.nobody-explanation"),
                ways);
    }

    private EmptyState noneFound() {
        if (query().search().isEmpty()) {
            long all = list.all().of(MemberSegment.ALL);
            var showAll = new Button(getTranslation("members.advocates.show-all", all), _ -> choose(MemberSegment.ALL));
            return new EmptyState(
                    Icons.USERS,
                    getTranslation("members.advocates.none." + query().segment().name()),
                    "",
                    showAll);
        }
        var clear = new Button(getTranslation("members.advocates.clear"), _ -> go(query().withSearch("")));
        return new EmptyState(Icons.SEARCH, getTranslation("members.advocates.none-found"), "", clear);
    }

    private void choose(MemberSegment segment) {
        MemberQuery chosen = query().withSegment(segment);
        go(MemberColumn.of(chosen.sort()).isFor(segment) ? chosen : chosen.sortedBy(MemberQuery.DEFAULT.sort(), false));
    }

    private void sort(MemberSort sort, boolean descending) {
        MemberQuery sorted = query().sortedBy(sort, descending);
        if (!sorted.equals(query())) {
            go(sorted);
        }
    }

    private void go(MemberQuery query) {
        UI.getCurrent().navigate(AdvocatesView.class, AdvocatesAddress.write(query));
    }

    /** Each pause in typing would be one step back: so the address changes in its place. */
    private void search(String text) {
        list.show(query().withSearch(text));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, AdvocatesAddress.location(query())));
        show();
    }
}
