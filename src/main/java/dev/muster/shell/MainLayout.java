package dev.muster.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import dev.muster.common.ui.Announcer;
import dev.muster.common.ui.Page;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The frame around every page of the admins: the drawer with the navigation, the top bar, the live region. */
@Layout
@RolesAllowed(Role.Names.VIEWER)
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final String CONTENT_ID = "content";

    private final Anchor skipLink = new Anchor("", getTranslation("shell.skip-to-content"));
    private final NavigationDrawer drawer;
    private final TopBar topBar;

    private @Nullable String path;

    MainLayout(NavigationDrawer drawer, TopBar topBar) {
        this.drawer = drawer;
        this.topBar = topBar;

        skipLink.addClassName("skip-link");
        skipLink.setRouterIgnore(true);

        setPrimarySection(Section.DRAWER);
        addToNavbar(skipLink, topBar, new Announcer());
        addToDrawer(drawer);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String newPath = event.getLocation().getPath();
        drawer.refreshCounts();
        topBar.showTrail(drawer.trailTo(newPath, pageHeading()));
        skipLink.setHref(event.getLocation().getPathWithQueryParameters() + "#" + CONTENT_ID);
        getContent().setId(CONTENT_ID);
        // A first load starts at the top of the page, and a changed filter leaves the focus where it is.
        if (path != null && !path.equals(newPath) && getContent() instanceof Page page) {
            page.focusHeading();
        }
        path = newPath;
    }

    private String pageHeading() {
        return getContent() instanceof Page page ? page.heading() : "";
    }
}
