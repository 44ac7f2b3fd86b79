package dev.muster.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import dev.muster.common.ui.Announcer;
import dev.muster.common.ui.Page;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame around every page of the admins: the drawer with the navigation, the top bar, the live region. */
@Layout
@JavaScript("context://accessibility.js")
@RolesAllowed(Role.Names.VIEWER)
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final NavigationDrawer drawer;
    private final TopBar topBar;

    private @Nullable String path;

    MainLayout(NavigationDrawer drawer, TopBar topBar) {
        this.drawer = drawer;
        this.topBar = topBar;
        // A button and not a link to #content: the router would take the hash for a step in the history.
        var skip = new NativeButton(getTranslation("shell.skip-to-content"));
        skip.addClassName("skip-link");

        skip.addClickListener(click -> page().ifPresent(Page::focusHeading));

        setPrimarySection(Section.DRAWER);
        topBar.addFirst(skip);
        addToNavbar(topBar, new Announcer());
        addToDrawer(drawer);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String newPath = event.getLocation().getPath();
        drawer.refreshCounts();
        topBar.showTrail(drawer.trailTo(newPath, page().map(Page::heading).orElse("")));
        // A first load starts at the top of the page, and a changed filter leaves the focus where it is.
        if (path != null && !path.equals(newPath)) {
            page().ifPresent(Page::focusHeading);
        }
        path = newPath;
    }

    private Optional<Page> page() {
        return getContent() instanceof Page page ? Optional.of(page) : Optional.empty();
    }
}
