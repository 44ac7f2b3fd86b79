package dev.muster.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.HubSettings;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.NavigationCount;
import dev.muster.common.ui.WhileShown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.dao.DataAccessException;

/** The drawer: the mark, the pages that the current user may open in their sections, the company at its foot. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class NavigationDrawer extends Composite<Aside> {

    private static final Logger LOG = LoggerFactory.getLogger(NavigationDrawer.class);

    private record Place(NavigationSection section, MenuEntry entry, SideNavItem item) {

        String path() {
            return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
        }

        boolean leadsTo(String path) {
            return path.equals(path()) || path.startsWith(path() + "/");
        }
    }

    private final transient Map<NavigationCount, Span> badges = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    NavigationDrawer(ObjectProvider<NavigationCount> counts, HubSettings settings) {
        var sections = new Div();
        for (NavigationSection section : NavigationSection.values()) {
            addSection(section, sections);
        }
        counts.forEach(this::addBadge);
        sections.addClassName("drawer-sections");
        // Some browsers stop at whatever scrolls; whoever uses the keyboard comes by its links. The platform's own
        // scroller would take the links out of the order with itself.
        sections.getElement().setAttribute("tabindex", "-1");
        var company = new Div(settings.company().orElse(""));
        company.addClassName("drawer-foot");

        getContent().getElement().setAttribute("aria-label", getTranslation("shell.navigation.toggle"));
        getContent().addClassName("drawer");
        getContent().add(new Brand(), sections, company);
    }

    /** Asks for the numbers beside the entries again. */
    void refreshCounts() {
        badges.forEach((count, badge) -> show(count.count(), badge));
    }

    /**
     * Returns the way to the page at {@code path}: its section, the entry of the navigation it lies under, and its own
     * heading where it is not that entry's page.
     */
    List<Crumb> trailTo(String path, String heading) {
        var place = places.stream().filter(candidate -> candidate.leadsTo(path)).findFirst();
        if (place.isEmpty()) {
            return heading.isEmpty() ? List.of() : List.of(new Crumb(heading, null));
        }
        var section = new Crumb(getTranslation(place.get().section().key()), null);
        String title = place.get().item().getLabel();
        return path.equals(place.get().path()) || heading.equals(title)
                ? List.of(section, new Crumb(title, null))
                : List.of(section, new Crumb(title, place.get().path()), new Crumb(heading, null));
    }

    private void addSection(NavigationSection section, Div sections) {
        var entries = MenuConfiguration.getMenuEntries().stream()
                .filter(section::holds)
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        var nav = new SideNav(getTranslation(section.key()));
        for (MenuEntry entry : entries) {
            var item = new SideNavItem(getTranslation(entry.title()), entry.menuClass(), Icons.of(entry.icon()));
            item.setMatchNested(true);
            nav.addItem(item);
            places.add(new Place(section, entry, item));
        }
        sections.add(nav);
    }

    private void addBadge(NavigationCount count) {
        places.stream()
                .filter(place -> place.path().equals(count.path()))
                .findFirst()
                .ifPresent(place -> {
                    var badge = new Span();
                    badge.addClassName("nav-count");
                    place.item().setSuffixComponent(badge);
                    badges.put(count, badge);
                    WhileShown.follow(this, count::watch, () -> follow(count, badge));
                });
    }

    /** Nobody who is at something else hears of a number that could not be read. */
    private static void follow(NavigationCount count, Span badge) {
        try {
            show(count.count(), badge);
        } catch (DataAccessException e) {
            LOG.warn("The number beside {} could not be read; it stays until there is news.", count.path(), e);
        }
    }

    /** Touches the badge only where it changes: every open page has one, and is sent nothing then. */
    private static void show(OptionalLong count, Span badge) {
        String text = count.isPresent() ? String.format(Locale.ENGLISH, "%,d", count.getAsLong()) : "";
        if (!text.equals(badge.getText())) {
            badge.setText(text);
        }
    }
}
