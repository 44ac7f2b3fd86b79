package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.muster.imports.ImportId;
import dev.muster.imports.KeptFilter;
import dev.muster.imports.KeptItem;
import dev.muster.imports.KeptReason;
import java.util.List;

/** What an undo leaves as it is, a page at a time: who, what, and why. */
final class KeptGrid extends Grid<KeptItem> {

    private static final long serialVersionUID = 1;

    private transient KeptFilter filter = KeptFilter.ALL;

    KeptGrid(UndoSource source, ImportId run) {
        addColumn(item -> ImportWords.number(item.line()))
                .setHeader(getTranslation("imports.rows.line"))
                .setWidth("84px")
                .setFlexGrow(0)
                .setPartNameGenerator(_ -> "imp-line");
        addComponentColumn(KeptGrid::who)
                .setHeader(getTranslation("imports.check.member"))
                .setFlexGrow(2);
        addComponentColumn(this::what)
                .setHeader(getTranslation("imports.undo.what"))
                .setFlexGrow(2);
        addComponentColumn(item -> new Span(why(item)))
                .setHeader(getTranslation("imports.undo.why"))
                .setFlexGrow(3);
        new PhoneColumn<>(this, this::onPhone);

        CallbackDataProvider<KeptItem, Void> items = new CallbackDataProvider<>(
                query -> source.kept(run, filter, query.getOffset(), query.getLimit()).stream(),
                _ -> (int) Math.min(Integer.MAX_VALUE, source.count(run, filter)));
        setDataProvider(items);
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(getTranslation("imports.rows.none"));
        addClassName("imp-kept-grid");
    }

    /** Shows what {@code next} lets through. */
    void show(KeptFilter next) {
        filter = next;
        getDataProvider().refreshAll();
    }

    private static Component who(KeptItem item) {
        var address = new Span(item.email());
        address.addClassName("muted");
        var words = new Div(name(item), address);
        words.addClassName("imp-names");
        return words;
    }

    private static Component name(KeptItem item) {
        String name = item.name().isEmpty() ? "–" : item.name();
        if (item.member() == null) {
            return new Span(name);
        }
        var link = new Anchor("advocates/" + item.member().value(), name);
        link.addClassName("plain");
        return link;
    }

    private Component what(KeptItem item) {
        String subject = getTranslation(
                "imports.undo.subject." + item.reason().subject().name().toLowerCase(java.util.Locale.ROOT));
        if (item.reason().subject() != KeptReason.Subject.VALUE) {
            return new Span(subject);
        }
        var field = new Span(item.field().isEmpty() ? subject : item.field());
        field.addClassName("muted");
        var line = new Div(field, new Span(values(item.now())));
        line.addClassName("imp-kept-value");
        return line;
    }

    private String why(KeptItem item) {
        if (item.reason() == KeptReason.SENT && item.member() == null) {
            return getTranslation("imports.undo.reason.sent.gone");
        }
        return getTranslation(item.reason().messageKey(), values(item.before()), values(item.written()));
    }

    private String values(List<String> values) {
        return values.isEmpty() ? getTranslation("imports.check.empty") : String.join(", ", values);
    }

    private Component onPhone(KeptItem item) {
        var reason = new Span(why(item));
        reason.addClassName("imp-kept-reason");
        var words = new Div(name(item), what(item), reason);
        words.addClassName("imp-names");
        var line = new Div(words);
        line.addClassName("imp-phone-row");
        return line;
    }
}
