package dev.muster.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Times;
import dev.muster.security.AuditPages;
import dev.muster.security.AuditQuery;
import dev.muster.security.AuditTrail;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;

/** Who did what, the newest first. What the list shows stands in the address. */
@Route(AuditAddress.PATH)
@Menu(order = 350, title = "security.audit.title", icon = "history")
@RolesAllowed(Role.Names.ADMINISTRATOR)
@JavaScript("context://search-key.js")
class AuditLogView extends Page implements BeforeEnterObserver {

    private final transient AuditTrail trail;
    private final transient Clock clock;
    private final AuditFilters filters;
    private final AuditGrid grid;

    private transient AuditQuery query = AuditQuery.ALL;

    AuditLogView(AuditTrail trail, Times times, Clock clock) {
        super("security.audit.title");
        this.trail = trail;
        this.clock = clock;
        this.filters = new AuditFilters(trail.people(), trail.actions(), AuditLogView::go);
        this.grid = new AuditGrid(times);
        var export = new Anchor(this::write, AttachmentType.DOWNLOAD, "");
        export.add(Icons.DOWNLOAD.create(), new Span(getTranslation("security.audit.export")));

        export.addClassName("button-link");
        getContent().addClassName("list-page");
        setSubtitle(getTranslation("security.audit.subtitle"));
        addActions(export);
        add(filters, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AuditAddress address = AuditAddress.of(event.getLocation().getQueryParameters());
        query = address.query(Times.zone());
        var pages = new AuditPages();
        filters.show(address);
        grid.setEmptyStateComponent(nothingFound());
        grid.setItems(range -> trail.page(query, pages, range.getOffset(), range.getLimit()).stream());
    }

    private EmptyState nothingFound() {
        if (query.equals(AuditQuery.ALL)) {
            return new EmptyState(Icons.HISTORY, getTranslation("security.audit.empty"), "");
        }
        var clear = new Button(getTranslation("security.audit.clear"), click -> go(AuditAddress.ALL));
        clear.addClassName("aura-accent-neutral");
        return new EmptyState(Icons.SEARCH, getTranslation("security.audit.none-found"), "", clear);
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("audit-log-%s.csv".formatted(LocalDate.now(clock)));
        event.setContentType("text/csv; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        trail.write(query, event.getOutputStream());
    }

    private static void go(AuditAddress address) {
        UI.getCurrent().navigate(AuditLogView.class, address.parameters());
    }
}
