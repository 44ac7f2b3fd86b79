package dev.muster.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that are not what an import expects, each as long as it has to be. */
final class OddFiles {

    static final int COLUMNS = 200;

    /** With their separators, just short enough for the longest row that an import takes. */
    private static final int VALUES = 10_000;

    private static final int DIFFERENT = 50;

    private final Path directory;
    private final Path ordinary;

    /**
     * @param ordinary a file without faults, of which each row takes one line and begins with name and address
     */
    OddFiles(Path directory, Path ordinary) {
        this.directory = directory;
        this.ordinary = ordinary;
    }

    static String column(int number) {
        return "Field %03d".formatted(number);
    }

    /** Breaks every row of the ordinary file, each in one of four ways. */
    Path allFaulty() throws IOException {
        return changed("all-faulty", OddFiles::broken);
    }

    /** Gives every row of the ordinary file the same address. */
    Path oneAddress() throws IOException {
        return changed("one-address", (_, name, _, rest) -> name + ",the.same@firm.example," + rest);
    }

    /** Makes a file of {@code rows} rows with a value in each of 200 custom columns. */
    Path manyColumns(int rows) throws IOException {
        String header = IntStream.range(0, COLUMNS).mapToObj(OddFiles::column).collect(Collectors.joining(","));
        return written(
                "many-columns",
                header,
                rows,
                row -> IntStream.range(0, COLUMNS)
                        .mapToObj(column -> "Value %d".formatted((row * 7 + column) % DIFFERENT))
                        .collect(Collectors.joining(",")));
    }

    /** Makes a file of {@code rows} rows, each with 10,000 values in one cell. */
    Path manyValues(int rows) throws IOException {
        String values = IntStream.range(0, VALUES).mapToObj("V%05d"::formatted).collect(Collectors.joining(", "));
        return written("many-values", "Product", rows, row -> "\"Row %d, %s\"".formatted(row, values));
    }

    private interface Change {
        String of(int number, String name, String address, String rest);
    }

    private interface Cells {
        String of(int row);
    }

    private static String broken(int number, String name, String address, String rest) {
        return switch (number % 4) {
            case 0 -> name + ",," + rest;
            case 1 -> name + ',' + address.replace("@", "@@") + ',' + rest;
            case 2 -> " ," + address + ',' + rest;
            default -> name + ',' + address + ',' + rest + ",more";
        };
    }

    private Path changed(String name, Change change) throws IOException {
        Path file = directory.resolve(name + ".csv");
        try (var in = Files.newBufferedReader(ordinary);
                var out = Files.newBufferedWriter(file)) {
            out.write(in.readLine() + "\r\n");
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", 3);
                out.write(change.of(number++, cells[0], cells[1], cells[2]) + "\r\n");
            }
        }
        return file;
    }

    private Path written(String name, String header, int rows, Cells cells) throws IOException {
        Path file = directory.resolve(name + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Name,Email,%s\r\n".formatted(header));
            for (int row = 0; row < rows; row++) {
                out.write("Ann Lindqvist,p%08x@firm.example,%s\r\n".formatted(row * 0x9E3779B1, cells.of(row)));
            }
        }
        return file;
    }
}
