package dev.muster.members.ui;

import com.vaadin.flow.component.grid.Grid;

/** Moves the focus to a row of a list. */
final class RowFocus {

    /**
     * Focuses the cell with the link to the record. The rows may be drawn yet, and be drawn again, which drops the focus:
     * so it looks again for a while, but leaves alone whoever has moved on.
     */
    private static final String FOCUS_ROW = """
            const focusRow = tries => {
                const link = this.querySelector('a[href="' + $0 + '"]');
                const slot = link && link.closest('vaadin-grid-cell-content').assignedSlot;
                const isFree = tries === 10 || document.activeElement === document.body;
                if (slot && isFree) {
                    slot.parentElement.focus();
                }
                if (tries > 0) {
                    setTimeout(() => focusRow(tries - 1), 80);
                }
            };
                        focusRow(10);""";

    private RowFocus() {}

    /**
     * Moves the focus into {@code grid}.
     *
     * @param address where the link of the row leads
     */
    static void move(Grid<?> grid, String address) {
        grid.getElement().executeJs(FOCUS_ROW, address);
    }
}
