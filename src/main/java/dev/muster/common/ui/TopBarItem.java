package dev.muster.common.ui;

import com.vaadin.flow.component.Component;

/** What a feature puts into the shell's top bar, such as the live import chip. A bean; asked once per open tab. */
public interface TopBarItem {

    /** Returns a new component for the tab that is being built; it loads and listens for itself once attached. */
    Component create();
}
