package dev.muster.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: seconds by name and size, and what one makes of the other. */
final class BenchReport {

    private record Case(String name, int rows) {}

    private final Map<Case, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    void add(String name, int rows, double took) {
        seconds.computeIfAbsent(new Case(name, rows), _ -> new ArrayList<>()).add(took);
        System.out.printf("  %-46s %,11d rows %9.2f s %,11.0f rows/s%n", name, rows, took, rows / took);
    }

    /** Notes something that is no time. */
    void note(String name, String value) {
        facts.put(name, value);
    }

    /** Notes how many times as fast {@code one} is as {@code other}, each at its size, and what was to be reached. */
    void ratio(String title, String one, int rows, String other, int otherRows, double gate) {
        OptionalDouble first = rate(one, rows);
        OptionalDouble second = rate(other, otherRows);
        if (first.isPresent() && second.isPresent()) {
            double ratio = first.getAsDouble() / second.getAsDouble();
            note(title, "%.2f (at least %.2f%s)".formatted(ratio, gate, ratio < gate ? ", MISSED" : ""));
        }
    }

    private OptionalDouble rate(String name, int rows) {
        List<Double> all = seconds.getOrDefault(new Case(name, rows), List.of());
        return all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(rows / median(all));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    void print(PrintStream out) {
        out.printf("%n%-48s %11s %10s %19s %12s%n", "median", "rows", "seconds", "(from – to)", "rows/s");
        seconds.forEach((one, all) -> out.printf(
                "%-48s %,11d %10.2f %19s %,12.0f%n",
                one.name(),
                one.rows(),
                median(all),
                "(%.2f – %.2f)"
                        .formatted(
                                all.stream().min(Double::compare).orElseThrow(),
                                all.stream().max(Double::compare).orElseThrow()),
                one.rows() / median(all)));
        out.println();
        facts.forEach((name, value) -> out.printf("%-64s %s%n", name, value));
    }

    void write(Path file) throws IOException {
        List<Map<String, Object>> cases = seconds.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "name", entry.getKey().name(),
                        "rows", entry.getKey().rows(),
                        "seconds", entry.getValue()))
                .toList();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("cases", cases, "facts", facts)));
    }
}
