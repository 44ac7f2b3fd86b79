package dev.muster.mail.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout.OverlayContainment;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.SearchField;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.common.ui.WhileShown;
import dev.muster.mail.MailDetail;
import dev.muster.mail.MailId;
import dev.muster.mail.MailPulse;
import dev.muster.mail.MailQuery;
import dev.muster.mail.MailRow;
import dev.muster.mail.MailSegment;
import dev.muster.mail.OutboxDesk;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The outbox: every letter, what became of it, and the letter itself beside the list. */
@Route(OutboxAddress.PATH)
@Menu(title = "nav.outbox", icon = "inbox", order = 320)
@RolesAllowed(Role.Names.MANAGER)
class OutboxView extends Page implements AfterNavigationObserver {

    private final transient OutboxDesk desk;
    private final transient Times times;
    private final SearchField search = new SearchField(getTranslation("mail.outbox.search"), this::search);
    private final OutboxSegments segments = new OutboxSegments(this::choose);
    private final MailGrid grid;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final StopBar stop;

    private transient OutboxAddress address = new OutboxAddress(MailSegment.ALL, "", null);
    private transient Map<MailSegment, Long> counts = Map.of();
    private boolean isLoaded;

    OutboxView(OutboxDesk desk, MailPulse pulse, Times times) {
        super("mail.outbox.title");
        this.desk = desk;
        this.times = times;
        this.stop = new StopBar(desk, times, this::load);
        this.grid = new MailGrid(times, id -> address.withOpen(id).href());

        grid.asSingleSelect().addValueChangeListener(selection -> {
            if (selection.isFromClient() && selection.getValue() != null) {
                go(address.withOpen(selection.getValue().id()));
            }
        });
        Shortcuts.addShortcutListener(layout, this::close, Key.ESCAPE).listenOn(layout);
        layout.addBackdropClickListener(_ -> close());

        layOut();
        WhileShown.follow(this, pulse::watch, this::refresh);
    }

    private void layOut() {
        search.addClassName("takes-search-key");
        var toolbar = new Div(segments, search);
        toolbar.addClassNames("toolbar", "mail-toolbar");
        var noServer = new Div(Icons.INFO.create(), new Span(getTranslation("mail.outbox.no-server")));
        noServer.addClassName("note");
        noServer.setVisible(!desk.hasServer());
        layout.setMaster(grid);
        layout.setMasterSize("min(400px, 100%)", true);
        layout.setDetailSize("420px", true);
        layout.setOverlaySize("min(560px, 100%)");
        layout.setOverlayContainment(OverlayContainment.PAGE);
        layout.addClassName("mail-layout");
        getContent().addClassName("mail-page");
        add(noServer, stop, toolbar, layout);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        OutboxAddress wanted = OutboxAddress.of(event.getLocation());
        boolean isFirst = !isLoaded;
        boolean sameList = isLoaded && wanted.listsTheSameAs(address);
        boolean sameMail = Objects.equals(wanted.open(), address.open());
        address = wanted;
        if (!sameList) {
            load();
        }
        showOpen();
        if (!isFirst && !sameMail && layout.getDetail() instanceof MailPanel panel) {
            panel.focus();
        }
    }

    /** Shows what changed by itself: the list keeps its place, and the open letter whatever of it is read. */
    void refresh() {
        stop.refresh();
        counts = desk.counts(address.search());
        segments.show(address.segment(), counts);
        grid.getDataProvider().refreshAll();
        if (address.open() != null && layout.getDetail() instanceof MailPanel panel) {
            desk.row(address.open())
                    .filter(row -> !row.equals(panel.shown()))
                    .flatMap(row -> desk.find(row.id()))
                    .ifPresent(panel::update);
        }
    }

    private void load() {
        isLoaded = true;
        stop.show();
        search.setValue(address.search());
        counts = desk.counts(address.search());
        segments.show(address.segment(), counts);
        grid.setEmptyStateComponent(emptyState());
        grid.setItems(this::page, _ -> Math.toIntExact(counts.getOrDefault(address.segment(), 0L)))
                .setIdentifierProvider(MailRow::id);
    }

    private Stream<MailRow> page(Query<MailRow, Void> query) {
        var order = grid.getSortOrder();
        var wanted = new MailQuery(
                address.segment(), address.search(), MailGrid.sortOf(order), MailGrid.isDescending(order));
        return desk.page(wanted, query.getOffset(), query.getLimit()).stream();
    }

    private EmptyState emptyState() {
        if (address.search().isEmpty() && address.segment() == MailSegment.ALL) {
            return new EmptyState(
                    Icons.INBOX, getTranslation("mail.outbox.empty"), getTranslation("mail.outbox.empty-text"));
        }
        var clear = new Button(
                getTranslation("mail.outbox.clear"), _ -> go(new OutboxAddress(MailSegment.ALL, "", address.open())));
        clear.addClassName("aura-accent-neutral");
        return new EmptyState(Icons.SEARCH, getTranslation("mail.outbox.none-found"), "", clear);
    }

    private void showOpen() {
        Optional<MailDetail> mail = Optional.ofNullable(address.open()).flatMap(desk::find);
        boolean wasOpen = layout.getDetail() != null;
        layout.setAnimationEnabled(wasOpen != mail.isPresent());
        layout.setDetail(mail.map(this::panel).orElse(null));
        grid.setBesideDetail(mail.isPresent());
        grid.select(mail.map(MailDetail::row).orElse(null));
        if (wasOpen && mail.isEmpty()) {
            grid.focus();
        }
    }

    private MailPanel panel(MailDetail mail) {
        MailId id = mail.row().id();
        var actions = new MailActions(
                () -> act(id, desk::retry, "mail.done.retry"),
                () -> act(id, desk::send, "mail.done.retry"),
                () -> act(id, desk::cancel, "mail.done.cancel"),
                this::close);
        return new MailPanel(mail, desk.hasServer(), times, actions, file -> download(id, file));
    }

    private void act(MailId id, Predicate<MailId> action, String doneKey) {
        if (action.test(id)) {
            Toasts.done(getTranslation(doneKey));
        } else {
            Toasts.error(getTranslation("mail.done.moved-on"));
        }
        load();
        showOpen();
    }

    private DownloadHandler download(MailId id, MailDetail.AttachedFile file) {
        return DownloadHandler.fromInputStream(_ -> desk.content(id, file)
                .map(content -> new DownloadResponse(content, file.fileName(), file.contentType(), file.bytes()))
                .orElseGet(() -> DownloadResponse.error(404)));
    }

    private void search(String text) {
        go(address.withSearch(text.strip()));
    }

    private void choose(MailSegment segment) {
        if (segment != address.segment()) {
            go(address.withSegment(segment));
        }
    }

    private void close() {
        if (address.open() != null) {
            go(address.withOpen(null));
        }
    }

    private static void go(OutboxAddress address) {
        UI.getCurrent().navigate(OutboxAddress.PATH, address.parameters());
    }
}
