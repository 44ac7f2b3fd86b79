package dev.muster.imports.ui;

import com.vaadin.flow.component.Svg;
import dev.muster.imports.Outcome;
import java.util.Locale;

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
        double[] shares = shares(counts, 100 * SMALLEST_PX / narrowestPx);
        var svg = new StringBuilder("<svg width=\"100%\" height=\"100%\" aria-hidden=\"true\">");
        double x = 0;
        for (Outcome outcome : Outcome.values()) {
            double share = shares[outcome.ordinal()];
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
    private static double[] shares(OutcomeCounts counts, double least) {
        Outcome[] outcomes = Outcome.values();
        double[] shares = new double[outcomes.length];
        double given = 0;
        int largest = 0;
        for (Outcome outcome : outcomes) {
            int i = outcome.ordinal();
            long count = counts.of(outcome);
            shares[i] = count == 0 ? 0 : Math.max(least, 100.0 * count / counts.total());
            given += shares[i];
            largest = shares[i] > shares[largest] ? i : largest;
        }
        if (given > 100) {
            shares[largest] -= given - 100;
        }
        return shares;
    }
}
