package dev.muster.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Mark;
import dev.muster.common.ui.TopBarItem;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The bar above the page: where one is at its start; what goes on, the colours and the account at its end. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TopBar extends Composite<Header> {

    private final Trail trail = new Trail();

    TopBar(ObjectProvider<TopBarItem> items, AppearanceControls appearance, UserMenu userMenu) {
        var toggle = new DrawerToggle();
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.addClassName("aura-accent-neutral");
        toggle.setIcon(Icons.MENU.create());
        toggle.setAriaLabel(getTranslation("shell.navigation.toggle"));
        toggle.setTooltipText(getTranslation("shell.navigation.toggle"));
        var start = new Div(toggle, new Mark(), trail);
        start.addClassName("top-bar-start");
        var end = new Div();
        end.addClassName("top-bar-end");
        items.orderedStream().map(TopBarItem::create).forEach(end::add);
        end.add(appearance.toggle(), userMenu.create(appearance));

        getContent().addClassName("top-bar");
        getContent().add(start, end);
    }

    /** Puts {@code component} before all else in the order of the Tab key. */
    void addFirst(Component component) {
        getContent().addComponentAsFirst(component);
    }

    void showTrail(List<Crumb> crumbs) {
        trail.show(crumbs);
    }
}
