package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.muster.common.ui.Icons;
import dev.muster.imports.CheckResults.ValueChange;
import java.util.List;

/** One field, now and after the import. */
final class FieldDiff extends Composite<Div> {

    FieldDiff(ValueChange change) {
        var field = new Span(change.field().isEmpty() ? getTranslation("imports.check.group") : change.field());
        field.addClassNames("muted", "imp-diff-field");
        var values = new Span();
        values.addClassName("imp-diff-values");
        if (change.before().isEmpty()) {
            var empty = new Span(getTranslation("imports.check.empty"));
            empty.addClassName("muted");
            values.add(empty);
        } else {
            Element old = new Element("del");
            old.setText(String.join(", ", change.before()));
            values.getElement().appendChild(old);
        }
        var arrow = Icons.ARROW_RIGHT.create();
        values.add(arrow, hidden(getTranslation("imports.check.to")));
        values.add(change.after().isEmpty() ? new Span(getTranslation("imports.check.empty")) : after(change.after()));
        getContent().addClassName("imp-diff");
        getContent().add(field, values);
    }

    private static Span after(List<String> values) {
        var after = new Span(String.join(", ", values));
        after.addClassName("imp-strong");
        return after;
    }

    private static Span hidden(String text) {
        var words = new Span(text);
        words.addClassName("sr-only");
        return words;
    }
}
