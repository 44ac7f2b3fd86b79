package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.imports.Outcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The four counts of an import, side by side. */
final class OutcomeTiles extends Composite<DescriptionList> {

    private final Map<Outcome, DescriptionList.Description> numbers = new EnumMap<>(Outcome.class);

    OutcomeTiles() {
        getContent().addClassName("imp-tiles");
        for (Outcome outcome : Outcome.values()) {
            var number = new DescriptionList.Description();
            var term = new DescriptionList.Term();
            term.add(dot(outcome), new Span(getTranslation(ImportWords.key(outcome))));
            var tile = new Div(term, number);
            tile.addClassName("imp-tile");
            getContent().add(tile);
            numbers.put(outcome, number);
        }
    }

    void show(OutcomeCounts counts) {
        numbers.forEach((outcome, number) -> number.setText(ImportWords.number(counts.of(outcome))));
    }

    /** Returns the spot of colour that stands for {@code outcome} beside its word. */
    static Span dot(Outcome outcome) {
        var dot = new Span();
        dot.addClassNames("imp-dot", "imp-" + outcome.name().toLowerCase(Locale.ROOT));
        dot.getElement().setAttribute("aria-hidden", "true");
        return dot;
    }
}
