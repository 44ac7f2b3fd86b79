package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.common.WhiteSpace;
import dev.muster.common.ui.StateBadge;
import dev.muster.imports.ImportedRow;
import dev.muster.imports.ImportedRow.RowIssue;
import dev.muster.imports.Outcome;
import dev.muster.imports.Severity;
import dev.muster.members.StandardField;
import java.util.List;

/** The rows of an import, a page at a time. */
final class RowsGrid extends Grid<ImportedRow> {

    private static final long serialVersionUID = 1;

    /** Gives the rows from {@code offset} on, and how many there are. */
    interface Source {

        List<ImportedRow> rows(int offset, int limit);

        long count();
    }

    RowsGrid(Source source) {
        addColumn(row -> ImportWords.number(row.line()))
                .setHeader(getTranslation("imports.rows.line"))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setPartNameGenerator(_ -> "imp-line");
        addComponentColumn(row -> new StateBadge(ImportWords.state(row.outcome())))
                .setHeader(getTranslation("imports.rows.result"))
                .setWidth("130px")
                .setFlexGrow(0);
        addComponentColumn(RowsGrid::name)
                .setHeader(getTranslation("imports.rows.name"))
                .setFlexGrow(2);
        addComponentColumn(row -> cell(row, StandardField.EMAIL, row.email()))
                .setHeader(getTranslation("imports.rows.email"))
                .setFlexGrow(3);
        addComponentColumn(row -> cell(row, StandardField.COMPANY, row.company()))
                .setHeader(getTranslation("imports.rows.company"))
                .setFlexGrow(2);
        addComponentColumn(row -> RowMessages.of(row.issues()))
                .setHeader(getTranslation("imports.rows.messages"))
                .setFlexGrow(4);

        new PhoneColumn<>(this, RowsGrid::onPhone);

        CallbackDataProvider<ImportedRow, Void> rows = new CallbackDataProvider<>(
                query -> source.rows(query.getOffset(), query.getLimit()).stream(),
                _ -> size(source),
                ImportedRow::line);
        setDataProvider(rows);
        setSelectionMode(SelectionMode.NONE);
        addClassName("imp-rows-grid");
    }

    private static int size(Source source) {
        return (int) Math.min(Integer.MAX_VALUE, source.count());
    }

    private static Component name(ImportedRow row) {
        if (row.member() == null && (row.outcome() == Outcome.CREATED || row.outcome() == Outcome.UPDATED)) {
            var gone = new Span(I18NProvider.translate("imports.rows.gone"));
            gone.addClassName("muted");
            return gone;
        }
        if (row.member() == null || row.name().isBlank()) {
            return cell(row, StandardField.NAME, row.name());
        }
        var link = new Anchor("advocates/" + row.member().value(), row.name());
        link.addClassName("plain");
        return link;
    }

    private static Component onPhone(ImportedRow row) {
        var mail = cell(row, StandardField.EMAIL, row.email());
        mail.addClassName("imp-mail");
        var words = new Div(name(row), mail, RowMessages.of(row.issues()));
        words.addClassName("imp-names");
        var line = new Div(words, new StateBadge(ImportWords.state(row.outcome())));
        line.addClassName("imp-phone-row");
        return line;
    }

    /** Shows a cell; where something is wrong with it, it is underlined, as the message beside says. */
    private static Span cell(ImportedRow row, StandardField field, String text) {
        var cell = new Span(WhiteSpace.isBlank(text) ? "–" : text);
        cell.setTitle(text);
        boolean isWrong = row.outcome() == Outcome.REJECTED
                && row.issues().stream()
                        .filter(issue -> issue.severity() == Severity.ERROR)
                        .anyMatch(issue -> isAbout(issue, field));
        cell.setClassName("imp-wrong", isWrong);
        return cell;
    }

    private static boolean isAbout(RowIssue issue, StandardField field) {
        return issue.column() != null && WhiteSpace.nameKey(issue.column()).equals(WhiteSpace.nameKey(field.header()));
    }
}
