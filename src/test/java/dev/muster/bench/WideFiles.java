package dev.muster.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files whose rows are within every limit, and hold far more than anybody would write. */
public record WideFiles(Path directory) {

    public static final int COLUMNS = 200;

    /** With their separators, just short enough for the longest row that an import takes. */
    public static final int VALUES = 10_000;

    private static final int DIFFERENT = 50;

    /** Returns the name of a custom column, which has to be there before the file comes. */
    public static String column(int number) {
        return "Field %03d".formatted(number);
    }

    /** Returns what {@link #manyColumns} has there. */
    public static String cell(int row, int column) {
        return "Value %d".formatted((row * 7 + column) % DIFFERENT);
    }

    /** Returns one of what {@link #manyValues} has in a cell. */
    public static String value(int number) {
        return "V%05d".formatted(number);
    }

    /** Makes a file of {@code rows} rows with a value in each of 200 custom columns. */
    public Path manyColumns(int rows) throws IOException {
        return written(
                "many-columns",
                joined(COLUMNS, WideFiles::column, ","),
                rows,
                row -> joined(COLUMNS, column -> cell(row, column), ","));
    }

    /** Makes a file of {@code rows} rows, each with 10,000 values in one cell. */
    public Path manyValues(int rows) throws IOException {
        String values = joined(VALUES, WideFiles::value, ", ");
        return written("many-values", "Product", rows, row -> "\"Row %d, %s\"".formatted(row, values));
    }

    private Path written(String name, String header, int rows, IntFunction<String> cells) throws IOException {
        Path file = directory.resolve(name + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Name,Email,%s\r\n".formatted(header));
            for (int row = 0; row < rows; row++) {
                out.write("Ann Lindqvist,%s-%08x@firm.example,%s\r\n"
                        .formatted(name, row * 0x9E3779B1, cells.apply(row)));
            }
        }
        return file;
    }

    private static String joined(int count, IntFunction<String> cell, String separator) {
        return IntStream.range(0, count).mapToObj(cell).collect(Collectors.joining(separator));
    }
}
