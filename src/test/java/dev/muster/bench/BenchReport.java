package dev.muster.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: seconds by name and size, and what one makes of the other. */
final class BenchReport {

    private record Case(String name, int rows) {}

    private final Map<Case, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<Case, Long> heap = new HashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    void add(String name, int rows, double took) {
        seconds.computeIfAbsent(new Case(name, rows), _ -> new ArrayList<>()).add(took);
        System.out.printf("  %-46s %,11d rows %9.2f s %,11.0f rows/s%n", name, rows, took, rows / took);
    }

    /** Notes how much of the heap was left after a collection, in MiB; of several, the most counts. */
    void addHeap(String name, int rows, long mebibytes) {
        heap.merge(new Case(name, rows), mebibytes, Math::max);
    }

    /** Notes by how much the peak of the heap at {@code rows} is above the one at {@code fewRows}. */
    void heapGrowth(String title, String name, int rows, int fewRows, long gate) {
        Long most = heap.get(new Case(name, rows));
        Long least = heap.get(new Case(name, fewRows));
        if (most != null && least != null) {
            long growth = most - least;
            note(
                    title,
                    "%d MiB - %d MiB = %d MiB (at most %d%s)"
                            .formatted(most, least, growth, gate, growth > gate ? ", MISSED" : ""));
        }
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
            ratio(title, first.getAsDouble() / second.getAsDouble(), gate);
        }
    }

    /** Notes a ratio, and what was to be reached. */
    void ratio(String title, double ratio, double gate) {
        note(title, "%.2f (at least %.2f%s)".formatted(ratio, gate, ratio < gate ? ", MISSED" : ""));
    }

    private OptionalDouble rate(String name, int rows) {
        boolean isMeasured = seconds.containsKey(new Case(name, rows));
        return isMeasured ? OptionalDouble.of(rows / seconds(name, rows)) : OptionalDouble.empty();
    }

    /** Returns how much of the heap was noted, in MiB. */
    long heap(String name, int rows) {
        return heap.getOrDefault(new Case(name, rows), 0L);
    }

    /** Returns the medians, and whatever had to reach something, as tables. */
    String markdown(String measured) {
        var text = new StringBuilder("Measured on ").append(measured).append(".\n\n");
        text.append("| median of all rounds | rows | seconds | from – to | rows/s |\n|---|---:|---:|---:|---:|\n");
        seconds.forEach((one, all) -> text.append("| %s | %,d | %.2f | %.2f – %.2f | %,.0f |%n"
                .formatted(
                        one.name(),
                        one.rows(),
                        median(all),
                        all.stream().min(Double::compare).orElseThrow(),
                        all.stream().max(Double::compare).orElseThrow(),
                        one.rows() / median(all))));
        text.append("\n| what had to be reached | what was |\n|---|---|\n");
        facts.forEach((name, value) -> {
            if (value.contains("(at least") || value.contains("(at most")) {
                text.append("| %s | %s |%n".formatted(name, value.strip()));
            }
        });
        return text.toString();
    }

    /** Returns the median of what was measured. */
    double seconds(String name, int rows) {
        return median(seconds.getOrDefault(new Case(name, rows), List.of()));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    void print(PrintStream out) {
        out.printf(
                "%n%-48s %11s %10s %19s %12s %9s%n", "median", "rows", "seconds", "(from – to)", "rows/s", "heap, MiB");
        seconds.forEach((one, all) -> out.printf(
                "%-48s %,11d %10.2f %19s %,12.0f %9s%n",
                one.name(),
                one.rows(),
                median(all),
                "(%.2f – %.2f)"
                        .formatted(
                                all.stream().min(Double::compare).orElseThrow(),
                                all.stream().max(Double::compare).orElseThrow()),
                one.rows() / median(all),
                heap.containsKey(one) ? heap.get(one) : ""));
        out.println();
        facts.forEach((name, value) -> out.printf("%-64s %s%n", name, value));
    }

    void write(Path file) throws IOException {
        List<Map<String, Object>> cases = seconds.entrySet().stream()
                .map(entry -> json(entry.getKey(), entry.getValue()))
                .toList();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("cases", cases, "facts", facts)));
    }

    private Map<String, Object> json(Case one, List<Double> all) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", one.name());
        members.put("rows", one.rows());
        members.put("seconds", all);
        if (heap.containsKey(one)) {
            members.put("heapMebibytes", heap.get(one));
        }
        return members;
    }
}
