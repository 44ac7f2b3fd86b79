package dev.muster.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import java.util.List;

/** The way from a section of the navigation to the page one is on. */
final class Trail extends Nav {

    private final OrderedList steps = new OrderedList();

    Trail() {
        setAriaLabel(getTranslation("shell.trail"));
        addClassName("trail");
        add(steps);
    }

    void show(List<Crumb> crumbs) {
        steps.removeAll();
        crumbs.forEach(crumb -> steps.add(step(crumb)));
        if (!crumbs.isEmpty()) {
            steps.getElement().getChild(crumbs.size() - 1).setAttribute("aria-current", "page");
        }
    }

    private static ListItem step(Crumb crumb) {
        var separator = Icons.CHEVRON_RIGHT.create();
        String path = crumb.path();
        return path == null
                ? new ListItem(separator, new Span(crumb.text()))
                : new ListItem(separator, link(crumb.text(), path));
    }

    private static Anchor link(String text, String path) {
        return new Anchor(path, text);
    }
}
