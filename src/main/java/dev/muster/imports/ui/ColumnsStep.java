package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.FileInspection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which column of the file goes to which field. */
final class ColumnsStep extends Composite<Div> {

    private static final int VALUES_SHOWN = 2;

    private final List<String> fields;

    /**
     * @param fields the names that a column can have
     */
    ColumnsStep(List<String> fields) {
        this.fields = List.copyOf(fields);
        getContent().addClassName("imp-columns");
    }

    void show(FileInspection.Usable file) {
        var table = new NativeTable();
        var header = new NativeTableRow();
        header.add(
                title("imports.dialog.columns.column"),
                title("imports.dialog.columns.values"),
                title("imports.dialog.columns.field"),
                title("imports.dialog.columns.match"));
        table.getHead().add(header);
        for (int i = 0; i < file.columns().size(); i++) {
            table.getBody().add(row(file, i));
        }
        getContent().removeAll();
        getContent().add(table);
    }

    /** Returns how many columns of {@code file} go to a field, and how many there are, empty ones left out. */
    String summary(FileInspection.Usable file) {
        List<String> named = file.columns().stream()
                .filter(name -> !WhiteSpace.isBlank(name))
                .toList();
        long matched = named.stream().filter(name -> field(name).isPresent()).count();
        return getTranslation("imports.dialog.columns.summary", matched, named.size());
    }

    private NativeTableRow row(FileInspection.Usable file, int column) {
        String name = file.columns().get(column);
        var field = field(name);
        var values = new NativeTableCell(firstValues(file, column));
        values.addClassName("muted");
        var match = new NativeTableCell();
        match.add(badge(field.isPresent()));
        return new NativeTableRow(new NativeTableCell(name), values, new NativeTableCell(field.orElse("")), match);
    }

    private Component badge(boolean isMatched) {
        if (!isMatched) {
            return new Text("");
        }
        var badge = new Badge(getTranslation("imports.dialog.columns.same"));
        badge.addClassNames("st", "imp-same");
        return badge;
    }

    private Optional<String> field(String column) {
        String key = WhiteSpace.nameKey(column);
        return fields.stream()
                .filter(field -> WhiteSpace.nameKey(field).equals(key))
                .findFirst();
    }

    private static String firstValues(FileInspection.Usable file, int column) {
        return file.preview().stream()
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column))
                .filter(cell -> !WhiteSpace.isBlank(cell))
                .distinct()
                .limit(VALUES_SHOWN)
                .collect(Collectors.joining(" · "));
    }

    private NativeTableHeaderCell title(String key) {
        var cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
