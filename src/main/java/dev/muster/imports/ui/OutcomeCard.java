package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.muster.imports.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the rows of an import ended: a bar and its legend, which filters the rows. */
final class OutcomeCard extends Composite<Div> {

    private static final int NARROWEST_PX = 260;

    private final Consumer<Outcome> onPress;
    private final Map<Outcome, FilterToggle> legend = new EnumMap<>(Outcome.class);

    /**
     * @param onPress called with what was pressed in the legend
     */
    OutcomeCard(Consumer<Outcome> onPress) {
        this.onPress = onPress;
        getContent().addClassNames("card", "imp-outcome");
    }

    void show(OutcomeCounts counts) {
        var total = new Span(ImportWords.rows(counts.total()));
        total.addClassName("muted");
        var head = new Div(new H2(getTranslation("imports.page.outcome")), total);
        head.addClassName("imp-box-head");
        getContent().removeAll();
        getContent().add(head, new OutcomeBar(counts, NARROWEST_PX, ImportWords.sentence(counts)));
        for (Outcome outcome : Outcome.values()) {
            FilterToggle toggle = entry(outcome, counts);
            legend.put(outcome, toggle);
            getContent().add(toggle);
        }
    }

    void setPressed(@Nullable Outcome pressed) {
        legend.forEach((outcome, toggle) -> toggle.setPressed(outcome == pressed));
    }

    private FilterToggle entry(Outcome outcome, OutcomeCounts counts) {
        long count = counts.of(outcome);
        var name = new Span(getTranslation(ImportWords.key(outcome)));
        name.addClassName("imp-toggle-text");
        var number = new Span(ImportWords.number(count));
        number.addClassName("imp-strong");
        double share = counts.total() == 0 ? 0 : 100.0 * count / counts.total();
        var percent = new Span(getTranslation("imports.page.share", share));
        percent.addClassNames("muted", "imp-share");
        var toggle = new FilterToggle(() -> onPress.accept(outcome), OutcomeTiles.dot(outcome), name, number, percent);
        toggle.setEnabled(count > 0);
        return toggle;
    }
}
