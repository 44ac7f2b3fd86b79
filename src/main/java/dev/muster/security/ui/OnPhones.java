package dev.muster.security.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.signals.Signal;

/** A grid that shows its first column alone on a phone, and all the others on a wider screen. */
abstract class OnPhones<T> extends Grid<T> {

    private static final int PHONE_WIDTH = 600;

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var window = attach.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> showNarrow(window.get().width()));
    }

    /** Until the browser has told its width, it is 0. */
    private void showNarrow(int width) {
        boolean isNarrow = width > 0 && width <= PHONE_WIDTH;
        var narrow = getColumns().getFirst();
        getColumns().forEach(column -> column.setVisible(column.equals(narrow) == isNarrow));
    }
}
