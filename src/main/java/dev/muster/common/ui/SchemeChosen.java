package dev.muster.common.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** Somebody chose the colours of the pages; every control that shows the choice in this tab follows. */
public final class SchemeChosen extends ComponentEvent<UI> {

    private final String name;

    private SchemeChosen(UI ui, String name) {
        super(ui, false);
        this.name = name;
    }

    /** Returns the name of the chosen scheme, such as {@code DARK}. */
    public String name() {
        return name;
    }

    /** Tells the controls in {@code ui} that the scheme called {@code name} was chosen. */
    public static void tell(UI ui, String name) {
        ComponentUtil.fireEvent(ui, new SchemeChosen(ui, name));
    }
}
