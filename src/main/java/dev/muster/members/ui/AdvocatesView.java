package dev.muster.members.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.NewMembers;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.WhileShown;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberPulse;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSelection;
import dev.muster.members.SegmentCounts;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The advocates and contacts of the hub. What the list shows stands in the address. */
@Route(AdvocatesView.PATH)
@Menu(order = 110, title = "nav.advocates", icon = "users")
@RolesAllowed(Role.Names.VIEWER)
class AdvocatesView extends Page implements BeforeEnterObserver, AdvocatesSelection.Host, NewMembersBar.Reader {

    static final String PATH = "advocates";

    private static final Logger LOG = LoggerFactory.getLogger(AdvocatesView.class);
    private static final int PHONE_WIDTH = 600;

    private final transient AdvocateList list;
    private final transient AdvocatesOffers offers;
    private final transient AdvocatesNavigation navigation = new AdvocatesNavigation(this::query);
    private final AdvocatesToolbar toolbar;
    private final NewMembersBar newMembers;
    private final AdvocatesSelection selection;
    private final AdvocatesGrid grid;
    private final AdvocatesStates states = new AdvocatesStates();
    private final Div download = new Div();

    AdvocatesView(
            MemberDirectory directory,
            MemberPulse pulse,
            Times times,
            FilterChoices choices,
            BulkWork work,
            AdvocatesOffers offers) {
        super("nav.advocates");
        this.offers = offers;
        list = new AdvocateList(directory);
        toolbar = new AdvocatesToolbar(
                choices,
                new AdvocatesToolbar.Wishes(
                        this::search, navigation::choose, navigation::filter, this::hide, navigation::clear));
        newMembers = new NewMembersBar(work.newMembers(), this);
        selection = new AdvocatesSelection(work, this);
        grid = new AdvocatesGrid(
                new MemberCells(times, this::getTranslation),
                SelectionColumn.create(
                        name -> getTranslation("members.selection.row", name), selection::contains, this::toggle),
                navigation::sort);

        grid.setRows(this::fetch, _ -> (int) Math.min(found(), Integer.MAX_VALUE));
        grid.onSelectAll(getTranslation("members.selection.all"), this::toggleAll);

        getContent().addClassName("list-page");
        download.addClassName("sr-only");
        addActions(new ActionsMenu(offers.actions(), this));
        add(toolbar, newMembers, selection, grid, states, download);
        WhileShown.follow(this, pulse::watch, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MemberQuery query = AdvocatesAddress.read(event.getLocation().getQueryParameters());
        forgetSelectionUnlessSame(query);
        list.show(query);
        reload();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var window = attach.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> grid.setNarrow(isNarrow(window.get().width())));
    }

    /** Shows what changed elsewhere, and keeps the place. */
    private void refresh() {
        list.reload();
        newMembers.restart();
        if (!grid.isVisible()) {
            show();
        } else if (showNumbers()) {
            selection.show();
            redraw();
        }
    }

    /** Until the browser has told its width, it is 0. */
    private static boolean isNarrow(int width) {
        return width > 0 && width <= PHONE_WIDTH;
    }

    @Override
    public MemberQuery query() {
        return list.query();
    }

    @Override
    public long found() {
        return list.found().of(query().segment());
    }

    /** Counts and reads again, since members came, went or changed. */
    @Override
    public void reload() {
        list.reload();
        newMembers.restart();
        show();
    }

    @Override
    public boolean seesNobody() {
        return !toolbar.isVisible();
    }

    @Override
    public void awaitMembers() {
        states.showComing(this::reload);
    }

    /** Whoever is new has not joined; whom search and filter let through, only the database knows. */
    @Override
    public long listed(NewMembers.Count came) {
        var counts = new SegmentCounts(0, came.advocates(), came.nominees());
        return query().isCleared() ? counts.of(query().segment()) : 0;
    }

    @Override
    public void redraw() {
        grid.showSelected(selection.isAll());
        grid.redraw();
    }

    @Override
    public void download(MemberSelection selected) {
        download(offers.link(selected));
    }

    /** Has the browser click {@code link}. */
    void download(Anchor link) {
        download.removeAll();
        download.add(link);
        link.getElement().callJsFunction("click");
    }

    private void show() {
        boolean stood = grid.isVisible();
        if (showNumbers()) {
            grid.showSelected(selection.isAll());
            grid.show(query());
            if (stood) {
                grid.scrollToStart();
            }
        }
    }

    /** Counts, and shows what follows from that; tells whether the table is there for its rows, or to say that none fit. */
    private boolean showNumbers() {
        try {
            boolean nobody = list.isEmpty();
            toolbar.setVisible(!nobody);
            grid.setVisible(!nobody);
            showCounts();
            if (nobody) {
                setSubtitle("");
                selection.reset();
                states.showNobody(offers.actions(), this);
                return false;
            }
        } catch (DataAccessException e) {
            fail(e);
            return false;
        }
        states.hide();
        if (found() == 0) {
            grid.setEmptyState(states.noneFound(
                    query(),
                    list.all().of(MemberSegment.ALL),
                    () -> navigation.choose(MemberSegment.ALL),
                    navigation::clear));
        }
        return true;
    }

    private void showCounts() {
        MemberSegment segment = query().segment();
        toolbar.show(query(), list.found());
        setSubtitle(getTranslation(
                "members.advocates.subtitle." + segment.name(),
                list.found().of(segment),
                list.all().of(segment)));
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

    private void fail(DataAccessException cause) {
        LOG.error("The list of advocates could not be read; the page offers to try again.", cause);
        grid.setVisible(false);
        states.showFailure(this::reload);
    }

    private void toggle(MemberRow row, int index, boolean range) {
        selection.toggle(row, index, range, list::page);
        grid.redraw(row);
        grid.showSelected(selection.isAll());
    }

    private void toggleAll(boolean selected) {
        if (selected) {
            selection.selectAll();
        } else {
            selection.clear();
        }
    }

    private void hide(MemberColumn column, boolean isHidden) {
        grid.setHidden(column, isHidden);
    }

    /** Each pause in typing would be one step back: so the address changes in its place. */
    private void search(String text) {
        MemberQuery searched = query().withSearch(text);
        forgetSelectionUnlessSame(searched);
        list.show(searched);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, AdvocatesAddress.location(query())));
        show();
        newMembers.update();
    }

    private void forgetSelectionUnlessSame(MemberQuery next) {
        boolean same = next.findsTheSameAs(query()) && next.segment() == query().segment();
        if (!same) {
            selection.reset();
        }
    }
}
