package dev.muster.imports.ui;

import com.vaadin.flow.component.Svg;
import dev.muster.imports.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The outcome of an import as one bar in four colours. Its label says the same in words. */
final class OutcomeBar extends Svg {

    private static final long serialVersionUID = 1;
    private static final double SMALLEST_PX = 4;

    /**
     * @param counts what to show
     * @param narrowestPx the least width at which the bar is shown: what is there at all is 4 pixels wide even then
     * @param label says the bar in words
     */
    OutcomeBar(OutcomeCounts counts, int narrowestPx, String label) {
        setSvg(draw(counts, narrowestPx));
        addClassName("imp-outcome-bar");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    /** Returns the drawing: numbers and fixed names alone, nothing from a file. */
    static String draw(OutcomeCounts counts, int narrowestPx) {
        Map<Outcome, Double> shares = shares(counts, 100 * SMALLEST_PX / narrowestPx);
        var svg = new StringBuilder("<svg width=\"100%\" height=\"100%\" aria-hidden=\"true\">");
        double x = 0;
        for (Outcome outcome : Outcome.values()) {
            double share = shares.getOrDefault(outcome, 0.0);
            if (share > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"imp-%s\" x=\"%.2f%%\" y=\"0\" width=\"%.2f%%\" height=\"100%%\"/>",
                        outcome.name().toLowerCase(Locale.ROOT),
                        x,
                        share));
                x += share;
            }
        }
        return svg.append("</svg>").toString();
    }

    /** Returns the percentages; small ones are raised to {@code least} at the cost of the largest. */
    private static Map<Outcome, Double> shares(OutcomeCounts counts, double least) {
        var shares = new EnumMap<Outcome, Double>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            if (counts.of(outcome) > 0) {
                shares.put(outcome, Math.max(least, 100.0 * counts.of(outcome) / counts.total()));
            }
        }
        double given = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (given > 100) {
            Outcome largest = Collections.max(shares.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            shares.merge(largest, 100 - given, Double::sum);
        }
        return shares;
    }
}
