package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.signals.Signal;
import java.util.List;

/**
 * The one column that a grid shows on a phone, in place of all the others.
 *
 * @param <T> what a row is about
 */
final class PhoneColumn<T> {

    private static final int PHONE_PX = 600;

    private final Grid<T> grid;
    private final List<Grid.Column<T>> wide;
    private final Grid.Column<T> phone;

    /**
     * @param grid with all its columns for a wide screen
     * @param row draws a whole row
     */
    PhoneColumn(Grid<T> grid, ValueProvider<T, Component> row) {
        this.grid = grid;
        wide = List.copyOf(grid.getColumns());
        phone = grid.addComponentColumn(row);
        phone.setVisible(false);
        grid.addAttachListener(event -> {
            var window = event.getUI().getPage().windowSizeSignal();
            if (event.isInitialAttach()) {
                Signal.effect(grid, () -> show(isPhone(window.get().width())));
            }
        });
    }

    /** A width of 0 is one that the browser has not told yet. */
    private static boolean isPhone(int width) {
        return width > 0 && width <= PHONE_PX;
    }

    boolean isShown() {
        return phone.isVisible();
    }

    private void show(boolean isPhone) {
        if (phone.isVisible() != isPhone) {
            phone.setVisible(isPhone);
            wide.forEach(column -> column.setVisible(!isPhone));
            grid.setClassName("imp-on-phone", isPhone);
        }
    }
}
