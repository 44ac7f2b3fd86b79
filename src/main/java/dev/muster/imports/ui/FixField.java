package dev.muster.imports.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.imports.FixableColumn;
import dev.muster.imports.FixableRow;
import java.util.function.Consumer;

/** One cell of a rejected row, to write in; what is written is checked a moment after the last key. */
final class FixField extends TextField {

    private static final long serialVersionUID = 1;

    private static final int PAUSE_MS = 400;

    private final int index;

    FixField(FixableColumn column, FixableRow row, Consumer<String> onChange) {
        index = column.index();
        setValue(row.cells().get(column.index()));
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MS);
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onChange.accept(event.getValue());
            }
        });
        addClassName("imp-fix-field");
    }

    /** Shows {@code row}, which somebody imported meanwhile: it can be read and copied, but not changed any more. */
    void showImported(FixableRow row) {
        setValue(row.cells().get(index));
        setReadOnly(true);
    }

    /** Returns what {@code column} is called, if need be by its place. */
    static String name(FixableColumn column) {
        return column.header().isBlank()
                ? I18NProvider.translate("imports.fix.nameless", column.index() + 1)
                : column.header();
    }
}
