package dev.muster.invitations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.TaskBar;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.WhileShown;
import dev.muster.invitations.ContactDesk;
import dev.muster.invitations.ContactQuery;
import dev.muster.invitations.ContactRow;
import dev.muster.invitations.ContactSelection;
import dev.muster.members.MemberPulse;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;

/** The contacts who have not joined, to be chosen and invited. */
@Route(InviteListView.PATH)
@Menu(order = 120, title = "invitations.list.menu", icon = "mail")
@RolesAllowed(Role.Names.MANAGER)
class InviteListView extends Page implements BeforeEnterObserver {

    static final String PATH = "invite-list";

    private static final Logger LOG = LoggerFactory.getLogger(InviteListView.class);

    private static final int PHONE_WIDTH = 600;

    private final transient ContactDesk contacts;
    private final ContactToolbar toolbar = new ContactToolbar(InviteListView::go, this::search);
    private final ContactGrid grid;
    private final ContactStates states;
    private final SelectionActions actions;
    private final Div download = new Div();
    private transient ContactQuery query = ContactQuery.DEFAULT;
    private transient ContactSelection selection = ContactSelection.none(query);
    private long found;
    private int lastIndex;

    InviteListView(
            ContactDesk contacts,
            InviteSteps steps,
            MemberPulse pulse,
            Times times,
            ObjectProvider<AdvocatesAction> beginnings) {
        super("invitations.list.title");
        this.contacts = contacts;
        grid = new ContactGrid(
                times,
                new ContactGrid.Page(
                        member -> selection.contains(member),
                        this::toggle,
                        isAll -> choose(isAll ? ContactSelection.allOf(query) : ContactSelection.none(query)),
                        this::sort));
        states = new ContactStates(beginnings
                .orderedStream()
                .filter(action -> action.startsTheHub() && action.isOffered())
                .toList());
        var task = new TaskBar(steps::stand, number -> {
            steps.sayEnd(number);
            reload();
        });
        var ending = new InviteSteps.Ending(this::done, task::follow);
        actions = new SelectionActions(new SelectionActions.Steps(
                () -> choose(ContactSelection.allOf(query)),
                () -> choose(ContactSelection.none(query)),
                () -> steps.export(selection, download),
                () -> steps.archive(selection, found, ending),
                () -> steps.restore(selection, ending),
                () -> steps.unlock(selection, ending),
                () -> steps.upgrade(selection, ending),
                () -> steps.invite(selection, ending)));
        var urls = new Button(getTranslation("invitations.list.group-url"), Icons.LINK.create());

        urls.addClickListener(_ -> steps.showGroupUrls());
        grid.setRows(this::fetch, _ -> (int) Math.min(found, Integer.MAX_VALUE));

        urls.addThemeVariants(ButtonVariant.TERTIARY);
        urls.addClassName("wrapping-button");
        download.addClassName("sr-only");
        addActions(urls);
        getContent().addClassName("list-page");
        add(toolbar, task, actions, states, grid, download);
        WhileShown.follow(this, pulse::watch, this::reload);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(InviteListAddress.read(event.getLocation().getQueryParameters()));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var window = attach.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> grid.setNarrow(isNarrow(window.get().width())));
    }

    private static boolean isNarrow(int width) {
        return width > 0 && width <= PHONE_WIDTH;
    }

    private void show(ContactQuery newQuery) {
        if (!newQuery.findsTheSameAs(query)) {
            selection = ContactSelection.none(newQuery);
        }
        query = newQuery;
        selection = new ContactSelection(query, selection.all(), selection.ids());
        toolbar.show(query);
        grid.showOrder(query.sort(), query.descending());
        reload();
    }

    /** Counts and reads again; who is chosen stays so. */
    private void reload() {
        try {
            found = contacts.count(query);
            setSubtitle(getTranslation("invitations.list.subtitle." + query.standing() + "." + query.invited(), found));
            if (found == 0) {
                grid.setEmptyState(states.noneFound(
                        query,
                        contacts.count(query.cleared().with(ContactQuery.Invited.INVITED)),
                        () -> go(query.with(ContactQuery.Invited.INVITED)),
                        () -> go(query.cleared())));
            }
            states.hide();
            grid.setVisible(true);
            grid.refresh();
            showSelection();
        } catch (DataAccessException e) {
            fail(e);
        }
    }

    private Stream<ContactRow> fetch(Query<ContactRow, Void> range) {
        try {
            return contacts.page(query, range.getOffset(), range.getLimit()).stream();
        } catch (DataAccessException e) {
            // The rows are asked for while the answer to the browser is written: too late to change the page in it.
            getUI().ifPresent(ui -> ui.accessLater(() -> fail(e), () -> {}).run());
            return Stream.empty();
        }
    }

    private void fail(DataAccessException cause) {
        LOG.error("The Invite List could not be read; the page offers to try again.", cause);
        grid.setVisible(false);
        states.showFailure(this::reload);
    }

    private void showSelection() {
        long size = selection.size(found);
        grid.showAllChosen(found > 0 && size == found);
        boolean isActive = query.standing() == ContactQuery.Standing.ACTIVE;
        boolean canUpgrade = isActive && size > 0 && contacts.hasNominee(selection);
        actions.show(size, found, query.standing(), canUpgrade);
    }

    private void choose(ContactSelection newSelection) {
        selection = newSelection;
        grid.refresh();
        showSelection();
    }

    /** Takes a click on a row; with {@code isRange} all rows from the one clicked before are meant. */
    private void toggle(ContactRow row, int index, boolean isRange) {
        boolean isChosen = !selection.contains(row.id());
        if (isRange && index != lastIndex) {
            int from = Math.min(index, lastIndex);
            for (ContactRow one : contacts.page(query, from, Math.abs(index - lastIndex) + 1)) {
                selection = selection.with(one.id(), isChosen);
            }
            grid.refresh();
        } else {
            selection = selection.with(row.id(), isChosen);
            grid.redraw(row);
        }
        lastIndex = index;
        showSelection();
    }

    private void done() {
        choose(ContactSelection.none(query));
        reload();
    }

    private void sort(ContactQuery.Sort sort, boolean descending) {
        ContactQuery sorted = query.sortedBy(sort, descending);
        if (!sorted.equals(query)) {
            go(sorted);
        }
    }

    /** Each pause in typing would be one step back: so the address changes in its place. */
    private void search(String text) {
        show(query.withSearch(text));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, InviteListAddress.location(query)));
    }

    private static void go(ContactQuery wanted) {
        UI.getCurrent().navigate(InviteListView.class, InviteListAddress.write(wanted));
    }
}
