package dev.muster.imports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.common.WhiteSpace;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.imports.FixableColumn;
import dev.muster.imports.FixableRow;
import dev.muster.imports.ImportedRow.RowIssue;
import dev.muster.imports.Severity;

/** What a rejected row looks like while nobody writes in it. */
final class FixCells {

    private FixCells() {}

    static State state(FixableRow row) {
        return switch (row.state()) {
            case UNTOUCHED, CHANGED -> State.REJECTED;
            case READY, IMPORTED -> State.CORRECTED;
        };
    }

    static StateBadge badge(FixableRow row) {
        return new StateBadge(state(row));
    }

    /** Returns the cell; where something is wrong with it, it is underlined, as the message beside says. */
    static Span text(FixableRow row, FixableColumn column) {
        String text = row.cells().get(column.index());
        var cell = new Span(WhiteSpace.isBlank(text) ? "–" : text);
        cell.setTitle(text);
        cell.setClassName("imp-wrong", isWrong(row, column));
        return cell;
    }

    static boolean isWrong(FixableRow row, FixableColumn column) {
        return row.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .anyMatch(issue -> issue.column() != null
                        && WhiteSpace.nameKey(issue.column()).equals(WhiteSpace.nameKey(column.field())));
    }

    static Div messages(FixableRow row) {
        var messages = new Div();
        messages.addClassName("imp-messages");
        showMessages(messages, row);
        return messages;
    }

    /** Shows in {@code place} what is to be said about {@code row}. */
    static void showMessages(Div place, FixableRow row) {
        place.removeAll();
        if (row.state() == FixableRow.State.READY) {
            var ready = new Span(I18NProvider.translate("imports.fix.ready"));
            ready.addClassName("imp-message-ready");
            place.add(ready);
        }
        for (RowIssue issue : row.issues()) {
            place.add(RowMessages.of(issue));
        }
    }
}
