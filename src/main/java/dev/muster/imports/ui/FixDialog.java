package dev.muster.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.muster.imports.FixableColumn;
import dev.muster.imports.FixableRow;
import java.util.List;
import java.util.function.Consumer;

/** One rejected row, each of its cells a field: for screens on which a grid has no room for them. */
final class FixDialog extends Dialog {

    private static final long serialVersionUID = 1;

    private final transient FixSource source;
    private final transient Consumer<FixableRow> onChange;
    private final List<FixField> fields;
    private final Button takeBack;
    private final Div messages;
    private transient FixableRow row;

    /**
     * @param onChange called with the row whenever it was changed
     */
    FixDialog(FixableRow row, List<FixableColumn> columns, FixSource source, Consumer<FixableRow> onChange) {
        this.row = row;
        this.source = source;
        this.onChange = onChange;
        messages = FixCells.messages(row);
        messages.addClassName("imp-fix-said");
        messages.getElement().setAttribute("role", "status");
        fields = columns.stream().map(this::field).toList();
        var body = new Div();
        fields.forEach(body::add);
        body.addClassName("imp-fix-fields");
        var done = new Button(getTranslation("imports.fix.done"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        takeBack = new Button(getTranslation("imports.fix.as-in-file"), _ -> takeBack());
        takeBack.addClassName("aura-accent-neutral");
        setHeaderTitle(getTranslation("imports.fix.line", row.line()));
        setWidth("480px");
        add(messages, body);
        getFooter().add(takeBack, done);
    }

    private FixField field(FixableColumn column) {
        var field = new FixField(column, row, text -> change(column.index(), text));
        field.setLabel(FixField.name(column));
        return field;
    }

    private void change(int column, String text) {
        show(source.correct(row.line(), row.with(column, text)));
    }

    private void takeBack() {
        show(source.takeBack(row.line()));
        if (!isImported()) {
            close();
        }
    }

    private void show(FixableRow next) {
        row = next;
        FixCells.showMessages(messages, next);
        takeBack.setVisible(!isImported());
        if (isImported()) {
            fields.forEach(field -> field.showImported(next));
        }
        onChange.accept(next);
    }

    private boolean isImported() {
        return row.state() == FixableRow.State.IMPORTED;
    }
}
