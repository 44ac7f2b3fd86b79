package dev.muster.invitations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Question;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How the hub sends mail, and what its mails say. */
@Route("email")
@Menu(title = "nav.email", icon = "mail", order = 310)
@RolesAllowed(Role.Names.ADMINISTRATOR)
@StyleSheet("mail.css")
@StyleSheet("email.css")
class EmailView extends Page implements AfterNavigationObserver, BeforeLeaveObserver {

    private static final String TAB = "tab";

    private final transient EmailParts parts;
    private final TabSheet sheet = new TabSheet();
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Map<Tab, Div> panels = new LinkedHashMap<>();
    private final Div obstacle = new Div();
    private final transient List<BooleanSupplier> changes = new ArrayList<>();

    EmailView(EmailParts parts) {
        super("invitations.email.title");
        this.parts = parts;

        for (String name : EmailParts.TABS) {
            var panel = new Div();
            panel.addClassName("email-form");
            Tab tab = sheet.add(getTranslation("invitations.email.tab." + name), panel);
            tabs.put(name, tab);
            panels.put(tab, panel);
        }
        sheet.addSelectedChangeListener(change -> {
            fill(change.getSelectedTab());
            if (change.isFromClient()) {
                remember(change.getSelectedTab());
            }
        });

        obstacle.addClassNames("note", "note-warn");
        obstacle.getElement().setAttribute("role", "status");
        sheet.addClassName("email-tabs");
        add(obstacle, sheet);
        fill(sheet.getSelectedTab());
        showObstacle();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TAB)
                .map(tabs::get)
                .ifPresent(sheet::setSelectedTab);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (changes.stream().noneMatch(BooleanSupplier::getAsBoolean)) {
            return;
        }
        ContinueNavigationAction navigation = event.postpone();
        Question.beforeLeaving(
                () -> {
                    changes.clear();
                    navigation.proceed();
                },
                navigation::cancel);
    }

    /** What a tab shows is asked for when it is opened first: some of it counts members. */
    private void fill(Tab tab) {
        Div panel = panels.get(tab);
        if (panel != null && panel.getComponentCount() == 0) {
            EmailParts.Part part = parts.create(nameOf(tab), this::showObstacle);
            panel.add(part.content());
            changes.add(part.isChanged());
        }
    }

    private void showObstacle() {
        String words = parts.obstacle().orElse("");
        obstacle.removeAll();
        obstacle.add(Icons.ALERT.create(), new Span(words));
        obstacle.setVisible(!words.isEmpty());
    }

    /** The address follows without a navigation, which would ask about changes. */
    private void remember(Tab tab) {
        UI.getCurrent().getPage().getHistory().replaceState(null, "email?" + TAB + "=" + nameOf(tab));
    }

    private String nameOf(Tab tab) {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tab))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
