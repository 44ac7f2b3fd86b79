package dev.muster.shell;

import com.vaadin.flow.server.menu.MenuEntry;

/** The parts of the navigation; a page says by the order of its {@code @Menu} to which it belongs. */
enum NavigationSection {
    /** Orders 100 to 199. */
    MEMBERS("shell.navigation.members", 100),
    /** Orders 200 to 299. */
    HUB("shell.navigation.hub", 200),
    /** Orders 300 to 399. */
    SETTINGS("shell.navigation.settings", 300);

    private static final int WIDTH = 100;

    private final String key;
    private final int firstOrder;

    NavigationSection(String key, int firstOrder) {
        this.key = key;
        this.firstOrder = firstOrder;
    }

    String key() {
        return key;
    }

    boolean holds(MenuEntry entry) {
        Double order = entry.order();
        return order != null && order >= firstOrder && order < firstOrder + WIDTH;
    }
}
