package dev.muster.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ColorScheme.Value;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.SchemeChosen;
import dev.muster.security.AppearanceDesk;
import dev.muster.security.ColorScheme;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Light, dark, or as the device says: a button in the top bar and the choices of the user menu, kept in step. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class AppearanceControls {

    private final AppearanceDesk appearance;
    private final Map<ColorScheme, MenuItem> choices = new EnumMap<>(ColorScheme.class);

    AppearanceControls(AppearanceDesk appearance) {
        this.appearance = appearance;
    }

    /** Returns the value that Vaadin knows {@code scheme} by. */
    static Value valueOf(ColorScheme scheme) {
        return switch (scheme) {
            case SYSTEM -> Value.LIGHT_DARK;
            case LIGHT -> Value.LIGHT;
            case DARK -> Value.DARK;
        };
    }

    /** Returns the button that turns light into dark and back; the stylesheet shows the icon of where it leads. */
    Component toggle() {
        var moon = Icons.MOON.create();
        moon.addClassName("when-light");
        var sun = Icons.SUN.create();
        sun.addClassName("when-dark");
        var button = new Button(new Span(moon, sun), click -> flip());
        String label = UI.getCurrent().getTranslation("shell.appearance.toggle");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("aura-accent-neutral", "icon-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    void addChoices(SubMenu menu) {
        for (ColorScheme scheme : ColorScheme.values()) {
            MenuItem choice = menu.addItem(
                    UI.getCurrent().getTranslation("shell.appearance." + scheme.name()), click -> choose(scheme));
            choice.setCheckable(true);
            choices.put(scheme, choice);
        }
        markChosen(appearance.colorScheme());
        ComponentUtil.addListener(
                UI.getCurrent(), SchemeChosen.class, choice -> show(ColorScheme.valueOf(choice.name())));
    }

    private void flip() {
        // Only the browser knows what "as the device says" comes to.
        UI.getCurrent()
                .getPage()
                .executeJs("return getComputedStyle(document.querySelector('.when-dark')).display !== 'none'")
                .then(Boolean.class, dark -> choose(dark ? ColorScheme.LIGHT : ColorScheme.DARK));
    }

    private void choose(ColorScheme scheme) {
        appearance.prefer(scheme);
        SchemeChosen.tell(UI.getCurrent(), scheme.name());
    }

    private void show(ColorScheme scheme) {
        UI.getCurrent().getPage().setColorScheme(valueOf(scheme));
        markChosen(scheme);
    }

    private void markChosen(ColorScheme scheme) {
        choices.forEach((candidate, item) -> item.setChecked(candidate == scheme));
    }
}
