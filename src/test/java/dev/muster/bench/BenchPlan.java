package dev.muster.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured.
 *
 * @param rows the sizes of the files, the smallest first
 * @param rounds how often each is measured; the median counts
 */
record BenchPlan(List<Integer> rows, int rounds, boolean withMariaDb, boolean withH2) {

    static final int SMALL = 5_000;
    static final int FAULTS_PER_MILLE = 20;
    static final long SEED = 20261122;

    private static final int MEDIUM = 100_000;

    static BenchPlan of(List<String> arguments) {
        int most = number(arguments, "rows=", MEDIUM);
        boolean isMariaDbAlone = arguments.contains("mariadb");
        boolean isH2Alone = arguments.contains("h2");
        return new BenchPlan(
                Stream.of(SMALL, MEDIUM, most)
                        .filter(rows -> rows <= most)
                        .distinct()
                        .toList(),
                number(arguments, "rounds=", 3),
                !isH2Alone,
                !isMariaDbAlone);
    }

    /** Returns what stands behind {@code name} in one of the arguments; empty for nothing. */
    static String text(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    /** Returns the number that one of the arguments begins {@code name} with. */
    static int number(List<String> arguments, String name, int usual) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument ->
                        Integer.parseInt(argument.substring(name.length()).replace("_", "")))
                .findFirst()
                .orElse(usual);
    }
}
