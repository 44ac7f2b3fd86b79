package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;

/** A row that filters the list below when pressed, and takes the filter off when pressed again. */
final class FilterToggle extends NativeButton {

    private static final long serialVersionUID = 1;

    FilterToggle(Runnable onPress, Component... parts) {
        super("");
        getElement().setAttribute("type", "button");
        addClassName("imp-toggle");
        add(parts);
        addClickListener(_ -> onPress.run());
        setPressed(false);
    }

    void setPressed(boolean pressed) {
        getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
