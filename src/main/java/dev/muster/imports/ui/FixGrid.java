package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.SpokenText;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.imports.FixableColumn;
import dev.muster.imports.FixableRow;
import dev.muster.imports.RowFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rejected rows, one of which at a time is made of fields: Enter goes on to the next row, Esc goes back. */
final class FixGrid extends Grid<FixableRow> {

    private static final long serialVersionUID = 1;

    private static final int NOWHERE = -1;

    private final transient FixSource source;
    private final transient List<FixableColumn> columns;
    private final transient Runnable onChange;
    private transient RowFilter filter = RowFilter.ALL;
    private transient @Nullable FixableRow open;
    private final StateBadge openBadge = new StateBadge(State.REJECTED);
    private final Div openMessages = new Div();
    private final Map<Integer, FixField> openFields = new HashMap<>();
    private int focused = NOWHERE;
    private long left = NOWHERE;

    /**
     * @param onChange called when a row was changed
     */
    FixGrid(List<FixableColumn> columns, FixSource source, Runnable onChange) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.onChange = onChange;
        openMessages.addClassName("imp-messages");
        addColumn(row -> ImportWords.number(row.line()))
                .setHeader(getTranslation("imports.rows.line"))
                .setWidth("84px")
                .setFlexGrow(0)
                .setFrozen(true)
                .setPartNameGenerator(_ -> "imp-line");
        addComponentColumn(row -> isOpen(row) ? openBadge : FixCells.badge(row))
                .setHeader(getTranslation("imports.rows.result"))
                .setWidth("130px")
                .setFlexGrow(0);
        addComponentColumn(row -> isOpen(row) ? openMessages : FixCells.messages(row))
                .setHeader(getTranslation("imports.rows.messages"))
                .setWidth("220px")
                .setFlexGrow(1)
                .setResizable(true);
        for (FixableColumn column : columns) {
            addComponentColumn(row -> cell(row, column))
                    .setHeader(FixField.name(column))
                    .setKey(Integer.toString(column.index()))
                    .setWidth("190px")
                    .setFlexGrow(1)
                    .setResizable(true);
        }
        addComponentColumn(this::buttons)
                .setHeader(new SpokenText(getTranslation("common.list.actions")))
                .setWidth("96px")
                .setFlexGrow(0)
                .setFrozenToEnd(true);

        addItemClickListener(event -> {
            String key = event.getColumn() == null ? null : event.getColumn().getKey();
            if (key != null && !isOpen(event.getItem())) {
                open(event.getItem(), Integer.parseInt(key));
            }
        });
        setDataProvider(new CallbackDataProvider<FixableRow, Void>(
                query -> source.rows(filter, query.getOffset(), query.getLimit()).stream(),
                _ -> (int) Math.min(Integer.MAX_VALUE, source.count(filter)),
                FixableRow::line));
        setPartNameGenerator(row -> row.state() == FixableRow.State.READY ? "imp-ready" : null);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(getTranslation("imports.fix.none"));
        new PhoneColumn<>(this, this::onPhone);
        addClassNames("imp-rows-grid", "imp-fix-grid");
    }

    void show(RowFilter next) {
        open = null;
        filter = next;
        getDataProvider().refreshAll();
    }

    private boolean isOpen(FixableRow row) {
        return open != null && open.line() == row.line();
    }

    private Component cell(FixableRow row, FixableColumn column) {
        if (!isOpen(row) || open == null) {
            return FixCells.text(row, column);
        }
        var field = new FixField(column, open, text -> change(column.index(), text));
        field.setAriaLabel(getTranslation("imports.fix.field", FixField.name(column), row.line()));
        field.addKeyDownListener(Key.ENTER, _ -> next(column.index()));
        field.addKeyDownListener(Key.ESCAPE, _ -> close());
        openFields.put(column.index(), field);
        if (column.index() == focused) {
            focused = NOWHERE;
            field.focus();
        }
        return field;
    }

    /** Makes fields of a row and puts the cursor into the cell at {@code column}. */
    private void open(FixableRow row, int column) {
        FixableRow before = open;
        open = row;
        openFields.clear();
        focused = column;
        openBadge.show(FixCells.state(row));
        FixCells.showMessages(openMessages, row);
        if (before != null) {
            getDataProvider().refreshItem(before);
        }
        getDataProvider().refreshItem(row);
    }

    private void change(int column, String text) {
        if (open != null) {
            showOpen(source.correct(open.line(), open.with(column, text)));
        }
    }

    private void showOpen(FixableRow row) {
        open = row;
        openBadge.show(FixCells.state(row));
        FixCells.showMessages(openMessages, row);
        if (row.state() == FixableRow.State.IMPORTED) {
            openFields.values().forEach(field -> field.showImported(row));
        }
        onChange.run();
    }

    /** Goes on to the next row; a row that nobody wrote in may be right as it is shown, where a quote had spoiled it. */
    private void next(int column) {
        FixableRow done = open;
        if (done == null) {
            return;
        }
        if (done.state() == FixableRow.State.UNTOUCHED) {
            showOpen(confirmed(done));
        }
        source.next(filter, done.line()).ifPresentOrElse(row -> open(row, column), this::close);
    }

    private FixableRow confirmed(FixableRow row) {
        FixableRow checked = source.correct(row.line(), row.cells());
        return checked.state() == FixableRow.State.CHANGED ? source.takeBack(row.line()) : checked;
    }

    private void close() {
        FixableRow done = open;
        open = null;
        if (done != null) {
            left = done.line();
            getDataProvider().refreshItem(done);
        }
    }

    private Component buttons(FixableRow row) {
        var buttons = new Div();
        buttons.addClassName("imp-fix-buttons");
        if (row.state() == FixableRow.State.IMPORTED) {
            return buttons;
        }
        if (row.state() != FixableRow.State.UNTOUCHED) {
            buttons.add(button(Icons.UNDO, "imports.fix.take-back", row, () -> takeBack(row)));
        }
        if (!isOpen(row)) {
            Button edit = button(Icons.EDIT, "imports.fix.edit", row, () -> open(row, firstWrong(row)));
            buttons.add(edit);
            if (row.line() == left) {
                left = NOWHERE;
                edit.focus();
            }
        }
        return buttons;
    }

    private Button button(Icons icon, String key, FixableRow row, Runnable onClick) {
        String label = getTranslation(key, row.line());
        var button = new Button(icon.create(), _ -> onClick.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("aura-accent-neutral", "icon-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private void takeBack(FixableRow row) {
        FixableRow before = source.takeBack(row.line());
        if (isOpen(row)) {
            open = null;
        }
        left = row.line();
        getDataProvider().refreshItem(before);
        onChange.run();
    }

    private int firstWrong(FixableRow row) {
        return columns.stream()
                .filter(column -> FixCells.isWrong(row, column))
                .findFirst()
                .orElse(columns.getFirst())
                .index();
    }

    private Component onPhone(FixableRow row) {
        var words = new Div();
        words.addClassName("imp-names");
        columns.stream().limit(2).forEach(column -> words.add(FixCells.text(row, column)));
        words.add(FixCells.messages(row));
        var line = new Div(words, FixCells.badge(row));
        line.addClassName("imp-phone-row");
        if (row.state() != FixableRow.State.IMPORTED) {
            line.add(button(
                    Icons.EDIT,
                    "imports.fix.edit",
                    row,
                    () -> new FixDialog(row, columns, source, this::changedOnPhone).open()));
        }
        return line;
    }

    private void changedOnPhone(FixableRow row) {
        getDataProvider().refreshItem(row);
        onChange.run();
    }
}
