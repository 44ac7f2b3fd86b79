package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileInspection.PreviewRow;

/** The first rows of the chosen file, with their lines. */
final class PreviewTable extends Composite<Div> {

    private static final int ROWS = 5;

    PreviewTable() {
        getContent().addClassName("imp-preview");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", getTranslation("imports.dialog.preview"));
        getContent().getElement().setAttribute("tabindex", "0");
        setVisible(false);
    }

    void show(FileInspection.Usable file) {
        var table = new NativeTable();
        var header = new NativeTableRow();
        header.add(column(getTranslation("imports.rows.line")));
        file.columns().forEach(name -> header.add(column(name)));
        table.getHead().add(header);
        file.preview().stream()
                .limit(ROWS)
                .forEach(row -> table.getBody().add(row(row, file.columns().size())));
        getContent().removeAll();
        getContent().add(table);
        setVisible(true);
    }

    void clear() {
        getContent().removeAll();
        setVisible(false);
    }

    private static NativeTableHeaderCell column(String name) {
        var cell = new NativeTableHeaderCell(name);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableRow row(PreviewRow row, int columns) {
        var line = new NativeTableCell(ImportWords.number(row.line()));
        line.addClassName("imp-line");
        var shown = new NativeTableRow(line);
        for (int i = 0; i < columns; i++) {
            String text = i < row.cells().size() ? row.cells().get(i) : "";
            var cell = new NativeTableCell(text.isBlank() ? "–" : text);
            cell.setTitle(text);
            shown.add(cell);
        }
        return shown;
    }
}
