package dev.muster.invitations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.invitations.ContactDesk;
import dev.muster.invitations.ContactQuery;
import dev.muster.invitations.ContactSelection;
import dev.muster.members.MemberId;
import dev.muster.members.MemberPulse;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contacts who have not joined, to be chosen and invited. */
@Route(InviteListView.PATH)
@Menu(order = 120, title = "invitations.list.menu", icon = "mail")
@RolesAllowed(Role.Names.MANAGER)
class InviteListView extends Page {

    static final String PATH = "invite-list";

    private static final int PHONE_WIDTH = 600;
    private static final int SEARCH_MILLIS = 300;

    private final transient ContactDesk contacts;
    private final transient MemberPulse pulse;
    private final TextField search = new TextField();
    private final Select<ContactQuery.Standing> standing = new Select<>();
    private final Select<ContactQuery.Invited> invited = new Select<>();
    private final ContactGrid grid;
    private final SelectionActions actions;
    private final Div download = new Div();
    private transient ContactQuery query = ContactQuery.DEFAULT;
    private transient ContactSelection selection = ContactSelection.none(query);
    private transient MemberPulse.@Nullable Watch watch;
    private long found;

    InviteListView(ContactDesk contacts, InviteSteps steps, MemberPulse pulse, Times times) {
        super("invitations.list.title");
        this.contacts = contacts;
        this.pulse = pulse;
        grid = new ContactGrid(
                times,
                new ContactGrid.Page(
                        member -> selection.contains(member),
                        this::choose,
                        (sort, descending) -> show(query.sortedBy(sort, descending))));
        actions = new SelectionActions(new SelectionActions.Steps(
                () -> choose(ContactSelection.allOf(query)),
                () -> choose(ContactSelection.none(query)),
                () -> steps.export(selection, download),
                this::archive,
                this::restore,
                () -> steps.upgrade(selection, this::done),
                () -> steps.invite(selection, this::done)));
        var urls = new Button(getTranslation("invitations.list.group-url"), Icons.LINK.create());

        search.addValueChangeListener(change -> show(query.withSearch(change.getValue())));
        standing.addValueChangeListener(change -> show(query.with(change.getValue())));
        invited.addValueChangeListener(change -> show(query.with(change.getValue())));
        urls.addClickListener(_ -> steps.showGroupUrls());
        grid.setRows(range -> contacts.page(query, range.getOffset(), range.getLimit()).stream(), _ ->
                (int) Math.min(found, Integer.MAX_VALUE));

        urls.addThemeVariants(ButtonVariant.TERTIARY);
        addActions(urls);
        layOut();
        show(query);
    }

    private void layOut() {
        search.setPlaceholder(getTranslation("members.advocates.search"));
        search.setAriaLabel(getTranslation("members.advocates.search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_MILLIS);
        search.addClassNames("search-field", "takes-search-key");
        standing.setAriaLabel(getTranslation("invitations.list.status"));
        standing.setItems(ContactQuery.Standing.values());
        standing.setItemLabelGenerator(value -> getTranslation("invitations.list.status." + value.name()));
        standing.setValue(query.standing());
        invited.setAriaLabel(getTranslation("invitations.list.invited"));
        invited.setItems(ContactQuery.Invited.values());
        invited.setItemLabelGenerator(value -> getTranslation("invitations.list.invited." + value.name()));
        invited.setValue(query.invited());
        var toolbar = new Div(search, standing, invited);
        toolbar.addClassName("toolbar");
        download.addClassName("sr-only");
        getContent().addClassName("list-page");
        add(toolbar, actions, grid, download);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        UI ui = attach.getUI();
        var window = ui.getPage().windowSizeSignal();
        Signal.effect(this, () -> grid.setNarrow(isNarrow(window.get().width())));
        // The news come on the thread of the pulse, which must not wait for this page.
        watch = pulse.watch(ui.accessLater(this::reload, () -> {}));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        if (watch != null) {
            watch.close();
        }
    }

    private static boolean isNarrow(int width) {
        return width > 0 && width <= PHONE_WIDTH;
    }

    private void show(ContactQuery newQuery) {
        query = newQuery;
        selection = ContactSelection.none(query);
        reload();
    }

    /** Counts and reads again; who is chosen stays so. */
    private void reload() {
        found = contacts.count(query);
        setSubtitle(getTranslation("invitations.list.subtitle." + query.standing() + "." + query.invited(), found));
        grid.setEmptyState(emptyState());
        grid.refresh();
        showSelection();
    }

    private void showSelection() {
        actions.show(selection.size(found), found, query.standing() == ContactQuery.Standing.ARCHIVED);
    }

    private void choose(ContactSelection newSelection) {
        selection = newSelection;
        grid.refresh();
        showSelection();
    }

    private void choose(MemberId member, boolean isChosen) {
        selection = selection.with(member, isChosen);
        showSelection();
    }

    private void done() {
        choose(ContactSelection.none(query));
        reload();
    }

    private void archive() {
        List<MemberId> archived = contacts.archive(selection);
        done();
        Toasts.done(
                getTranslation("invitations.list.archived", archived.size()),
                getTranslation("invitations.list.undo"),
                () -> {
                    contacts.restore(new ContactSelection(query, false, Set.copyOf(archived)));
                    done();
                });
    }

    private void restore() {
        int restored = contacts.restore(selection);
        done();
        Toasts.done(getTranslation("invitations.list.restored", restored));
    }

    private EmptyState emptyState() {
        if (!query.search().isEmpty() || !query.with(ContactQuery.Invited.NEVER).equals(query)) {
            return new EmptyState(Icons.SEARCH, getTranslation("members.advocates.none-found"), "");
        }
        var showInvited = new Button(
                getTranslation("invitations.list.show-invited"), _ -> invited.setValue(ContactQuery.Invited.INVITED));
        return new EmptyState(Icons.MAIL, getTranslation("invitations.list.everyone"), "", showInvited);
    }
}
