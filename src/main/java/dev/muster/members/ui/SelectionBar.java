package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import dev.muster.common.ui.EscapeKey;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;

/** What can be done with the selected rows; there only while some are. */
final class SelectionBar extends Composite<Div> {

    private final transient Runnable onClear;
    private final Span count = new Span();
    private final Button selectAll = new Button();
    private final Div buttons = new Div();
    private final Button clear = new Button(Icons.X.create());

    /**
     * Creates the bar.
     *
     * @param onSelectAll is told to select all that match
     * @param onClear is told to select nobody
     */
    SelectionBar(Runnable onSelectAll, Runnable onClear) {
        this.onClear = onClear;
        selectAll.addClickListener(_ -> onSelectAll.run());
        clear.addClickListener(_ -> clear());
        EscapeKey.follow(this, this::clear);
        String clearText = getTranslation("members.selection.clear");
        clear.setAriaLabel(clearText);
        clear.setTooltipText(clearText);
        clear.addClassNames("aura-accent-neutral", "icon-button");
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        selectAll.addThemeVariants(ButtonVariant.TERTIARY);
        count.addClassName("strong");
        count.getElement().setAttribute("role", "status");
        buttons.addClassName("selection-actions");
        getContent().addClassName("selection-bar");
        getContent().getElement().setAttribute("role", "toolbar");
        getContent().getElement().setAttribute("aria-label", getTranslation("members.selection.toolbar"));
        getContent().add(count, selectAll, buttons, clear);
        setVisible(false);
    }

    /** Adds a button. */
    Button add(String text, SvgIcon icon, Runnable action) {
        var button = new Button(text, icon, _ -> action.run());
        button.addClassName("aura-accent-neutral");
        buttons.add(button);
        return button;
    }

    /**
     * Shows how many are selected.
     *
     * @param found how many the list has
     */
    void show(long selected, long found) {
        count.setText(getTranslation("members.selection.count", selected));
        selectAll.setText(getTranslation("members.selection.select-all", found));
        selectAll.setVisible(selected < found);
        setVisible(selected > 0);
    }

    private void clear() {
        if (isVisible()) {
            onClear.run();
            getUI().ifPresent(Page::catchFocus);
        }
    }
}
