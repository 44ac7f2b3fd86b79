package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.muster.common.ui.Icons;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.ImportUndo;

/** How far one import is: in the popover of the chip, and on top of the import's page. */
final class ProgressPanel extends Composite<Div> {

    private final Span percent = new Span();
    private final Span done = new Span();
    private final Span total = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Span speed = new Span();
    private final Span left = new Span();
    private final OutcomeTiles tiles = new OutcomeTiles();
    private final UndoTiles undoTiles = new UndoTiles();
    private final Paragraph note = new Paragraph();
    private final Span noteWords = new Span();
    private final Button cancel = new Button();

    /**
     * @param mayCancel whether whoever looks at it may stop the import
     * @param onCancel called when they want to
     */
    ProgressPanel(boolean mayCancel, Runnable onCancel) {
        cancel.setText(getTranslation("imports.cancel"));
        cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        cancel.addClickListener(_ -> onCancel.run());
        cancel.setVisible(mayCancel);
        note.add(Icons.INFO.create(), noteWords);

        var figures = new Div(percent, new Span(done, total));
        var pace = new Div(speed, left);
        percent.addClassName("imp-percent");
        done.addClassName("imp-strong");
        figures.addClassName("imp-figures");
        pace.addClassName("imp-pace");
        note.addClassName("imp-note");
        bar.addClassName("imp-bar");
        getContent().addClassName("imp-panel");
        var numbers = new Div(figures, bar, pace);
        numbers.addClassName("imp-numbers");
        getContent().add(numbers, tiles, undoTiles, note);
    }

    /** Returns the button that stops the import, for whoever lays out the foot of the panel. */
    Button cancel() {
        return cancel;
    }

    /** Shows how far {@code one} is. */
    void show(ImportSnapshot one) {
        boolean isActive = one.state().isActive();
        percent.setText(ImportWords.percent(one.percent()));
        done.setText(ImportWords.number(one.processed()));
        total.setText(one.totalRows() == null ? "" : getTranslation("imports.panel.of", one.totalRows()));
        speed.setText(one.rowsPerSecond() == 0 ? "" : getTranslation("imports.panel.speed", one.rowsPerSecond()));
        left.setText(isActive ? ImportWords.timeLeft(one) : "");
        showTiles(one);
        note.setVisible(isActive);
        cancel.setEnabled(isActive && !one.cancelling());
        cancel.setText(getTranslation(one.cancelling() ? "imports.cancelling" : "imports.cancel"));
        showBar(one, isActive);
    }

    private void showTiles(ImportSnapshot one) {
        ImportUndo undo = one.takesBack() ? one.undo() : null;
        tiles.setVisible(undo == null);
        undoTiles.setVisible(undo != null);
        noteWords.setText(getTranslation(undo == null ? "imports.panel.note" : "imports.undo.note"));
        if (undo == null) {
            tiles.show(OutcomeCounts.of(one));
        } else {
            undoTiles.show(undo);
        }
    }

    private void showBar(ImportSnapshot one, boolean isActive) {
        bar.setValue(one.percent() / 100.0);
        bar.setIndeterminate(isActive && one.totalRows() == null && one.state() == ImportState.CHECKING);
        bar.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(one.takesBack() ? "imports.undo.bar" : "imports.panel.bar", one.fileName()));
        bar.getElement()
                .setAttribute(
                        "aria-valuetext",
                        isActive
                                ? getTranslation(
                                        "imports.panel.value",
                                        one.percent(),
                                        ImportWords.timeLeft(one).toLowerCase(getLocale()))
                                : ImportWords.percent(one.percent()));
    }
}
