package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.imports.Outcome;
import java.util.Arrays;
import java.util.Locale;

/** The four counts of a check on one line, each in its colour where there is one to see. */
final class FoundCounts {

    private FoundCounts() {}

    static Component[] of(OutcomeCounts counts) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> count(outcome, counts.of(outcome)))
                .toArray(Component[]::new);
    }

    private static Component count(Outcome outcome, long number) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        var text = new Span(I18NProvider.translate("imports.check.count." + name, number));
        text.addClassName("imp-fact");
        if (number > 0) {
            text.addClassName("imp-count-" + name);
        }
        return text;
    }
}
