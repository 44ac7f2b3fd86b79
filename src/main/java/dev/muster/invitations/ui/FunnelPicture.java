package dev.muster.invitations.ui;

import com.vaadin.flow.component.Svg;
import dev.muster.invitations.Funnel;
import java.util.List;
import java.util.Locale;

/** A funnel as a drawing: five parts, each as high as its share of the first. Its label says the same in words. */
final class FunnelPicture extends Svg {

    private static final long serialVersionUID = 1;
    private static final int PART = 100;
    private static final int HEIGHT = 100;

    /** Where a part begins to slope towards the next, and how wide the gap between two is. */
    private static final int SHOULDER = 66;

    private static final int GAP = 2;

    /** What is there at all can be seen. */
    private static final double LEAST = 4;

    FunnelPicture(Funnel funnel, String label) {
        setSvg(draw(funnel));
        addClassName("funnel-picture");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    /** Returns the drawing: numbers and fixed names alone. */
    static String draw(Funnel funnel) {
        List<Long> counts = funnel.counts();
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"100%%\" height=\"100%%\" preserveAspectRatio=\"none\""
                        + " aria-hidden=\"true\">",
                PART * counts.size(),
                HEIGHT));
        for (int i = 0; i < counts.size(); i++) {
            double here = height(counts.get(i), funnel.imported());
            double next = i + 1 < counts.size() ? height(counts.get(i + 1), funnel.imported()) : here;
            svg.append(part(i, here, Math.min(here, next)));
        }
        return svg.append("</svg>").toString();
    }

    private static String part(int index, double here, double next) {
        int left = PART * index;
        int right = left + PART - GAP;
        int shoulder = left + SHOULDER;
        return String.format(
                Locale.ROOT,
                "<polygon class=\"funnel-%1$d\" points=\"%2$d,%5$.1f %3$d,%5$.1f %4$d,%7$.1f %4$d,%8$.1f %3$d,%6$.1f"
                        + " %2$d,%6$.1f\"/>",
                index + 1,
                left,
                shoulder,
                right,
                middle(-here),
                middle(here),
                middle(-next),
                middle(next));
    }

    private static double middle(double height) {
        return (HEIGHT + height) / 2;
    }

    private static double height(long count, long all) {
        return count == 0 || all == 0 ? 0 : Math.max(LEAST, (double) HEIGHT * count / all);
    }
}
