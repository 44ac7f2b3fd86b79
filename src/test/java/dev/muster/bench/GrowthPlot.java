package dev.muster.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How time and memory grow with the rows of a file, as a picture: seconds on the left, where both scales are logarithmic
 * and what grows with the rows is a straight line, and the heap on the right.
 */
final class GrowthPlot {

    /** One size: the median of the seconds, and how much of the heap was held at most. */
    record Point(int rows, double seconds, long heap) {}

    private static final int WIDTH = 400;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int TOP = 48;
    private static final int GAP = 80;
    private static final int RIGHT = 24;
    private static final int DOT = 4;
    private static final int WORD = 5;
    private static final int HEAP_STEP = 64;

    private static final String STYLE = """
            <style>
              svg { color: #1f2328; background: #ffffff; font: 13px system-ui, sans-serif }
              text { fill: currentColor }
              .axis { stroke: currentColor; opacity: .25 }
              .line { fill: none; stroke: #2f5fe0; stroke-width: 2 }
              .dot { fill: #2f5fe0 }
              @media (prefers-color-scheme: dark) {
                svg { color: #e6e8eb; background: #111316 }
                .line { stroke: #a3bdff }
                .dot { fill: #a3bdff }
              }
            </style>
            """;

    private final List<Point> points;

    /** Takes at least two points, the smallest first. */
    GrowthPlot(List<Point> points) {
        this.points = List.copyOf(points);
    }

    /** A scale from one value to another, and the values that are written beside it. */
    private record Scale(double from, double to, boolean logarithmic, List<Double> marks) {

        double place(double value) {
            return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        }

        static Scale tens(double least, double most) {
            double from = Math.pow(10, Math.floor(Math.log10(least)));
            double to = Math.pow(10, Math.ceil(Math.log10(most)));
            int steps = (int) Math.round(Math.log10(to / from));
            return new Scale(
                    from,
                    to,
                    true,
                    IntStream.rangeClosed(0, steps)
                            .mapToObj(step -> from * Math.pow(10, step))
                            .toList());
        }

        static Scale even(double most) {
            int steps = (int) Math.ceil(most / HEAP_STEP);
            return new Scale(
                    0,
                    (double) steps * HEAP_STEP,
                    false,
                    IntStream.rangeClosed(0, steps)
                            .mapToObj(step -> (double) step * HEAP_STEP)
                            .toList());
        }
    }

    /** Draws it; {@code measured} says where and when. */
    String toSvg(String measured) {
        Scale rows = Scale.tens(points.getFirst().rows(), points.getLast().rows());
        Scale seconds = Scale.tens(
                points.stream().mapToDouble(Point::seconds).min().orElseThrow(),
                points.stream().mapToDouble(Point::seconds).max().orElseThrow());
        Scale heap = Scale.even(points.stream().mapToDouble(Point::heap).max().orElseThrow());
        var svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">
                <title id="title">Creating members by an import: seconds and heap by the rows of the file</title>
                <desc id="desc">%s</desc>
                """.formatted(2 * (WIDTH + LEFT) + GAP + RIGHT, HEIGHT + TOP + 72, said()));
        svg.append(STYLE);
        panel(svg, 0, "Seconds", rows, seconds, Point::seconds);
        panel(svg, WIDTH + LEFT + GAP - 24, "Heap that is held at most, MiB (-Xmx256m)", rows, heap, Point::heap);
        text(svg, LEFT, HEIGHT + TOP + 60, "start", measured);
        return svg.append("</svg>\n").toString();
    }

    private String said() {
        return points.stream()
                .map(point -> String.format(
                        Locale.ROOT, "%,d rows: %.1f s, %d MiB", point.rows(), point.seconds(), point.heap()))
                .collect(Collectors.joining("; "));
    }

    private void panel(StringBuilder svg, int x, String title, Scale across, Scale up, ToDoubleFunction<Point> value) {
        svg.append("<g transform=\"translate(%d %d)\">%n".formatted(x + LEFT, TOP));
        text(svg, 0, -18, "start", title);
        for (double mark : up.marks()) {
            double y = HEIGHT * (1 - up.place(mark));
            line(svg, 0, y, WIDTH, y);
            text(svg, -8, y + WORD, "end", number(mark));
        }
        for (double mark : across.marks()) {
            double at = WIDTH * across.place(mark);
            line(svg, at, 0, at, HEIGHT);
            text(svg, at, HEIGHT + 20, "middle", number(mark));
        }
        text(svg, WIDTH, HEIGHT + 38, "end", "rows");
        var path = new StringBuilder();
        for (Point point : points) {
            double at = WIDTH * across.place(point.rows());
            double y = HEIGHT * (1 - up.place(value.applyAsDouble(point)));
            path.append(path.isEmpty() ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", at, y));
            svg.append(String.format(
                    Locale.ROOT, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>%n", at, y, DOT));
        }
        svg.append("<path class=\"line\" d=\"%s\"/>%n</g>%n".formatted(path));
    }

    private static void line(StringBuilder svg, double fromX, double fromY, double toX, double toY) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"axis\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                fromX,
                fromY,
                toX,
                toY));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }

    private static String number(double value) {
        return value > 0 && value < 1
                ? String.format(Locale.ROOT, "%s", value)
                : String.format(Locale.ROOT, "%,.0f", value);
    }
}
