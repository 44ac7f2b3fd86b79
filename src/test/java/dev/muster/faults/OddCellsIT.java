package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rows that are within every limit, and hold far more than anybody would write. */
class OddCellsIT {

    private static final int VALUES = 10_000;
    private static final int COLUMNS = 200;
    private static final int ROWS = 50;

    @TempDir
    Path directory;

    @Test
    void areImportedWhole() throws Exception {
        try (Hub hub = Hub.on(Hub.Database.H2, directory).withJvmOptions("-Xmx320m");
                Node node = hub.start()) {
            for (int i = 0; i < COLUMNS; i++) {
                node.client().createField(column(i));
            }

            double cell = seconds(node, 1, "Product", _ -> '"' + joined(VALUES, "V%05d"::formatted, ", ") + '"');
            assertThat(node.client().get("/api/v1/advocates?limit=1").toString())
                    .contains("V00000")
                    .contains("V%05d".formatted(VALUES - 1));

            double columns = seconds(
                    node,
                    ROWS,
                    joined(COLUMNS, OddCellsIT::column, ","),
                    row -> joined(COLUMNS, i -> "Value %d".formatted(row + i), ","));
            assertThat(node.client()
                            .get("/api/v1/advocates?limit=100&search=many-columns-0@")
                            .toString())
                    .contains("Value 0")
                    .contains("Value %d".formatted(COLUMNS - 1));
            FaultReport.add(
                    "F32 10,000 values in one cell; 200 custom columns",
                    "H2",
                    "one row; %d rows; -Xmx320m".formatted(ROWS),
                    0,
                    "every value is there; %.1f s and %.1f s".formatted(cell, columns));
        }
    }

    private double seconds(Node node, int rows, String header, IntFunction<String> cells) throws Exception {
        String name = rows == 1 ? "many-values" : "many-columns";
        String file = IntStream.range(0, rows)
                .mapToObj(row -> "Ann Lindqvist,%s-%d@firm.example,%s\n".formatted(name, row, cells.apply(row)))
                .collect(Collectors.joining("", "Name,Email,%s\n".formatted(header), ""));
        Path path = Files.writeString(directory.resolve(name + ".csv"), file);
        long start = System.nanoTime();
        JsonNode done = node.awaitEnd(node.client().upload(path, Map.of()));
        assertThat(done.get("created").asInt()).as("%s: %s", name, done).isEqualTo(rows);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
    }

    private static String joined(int count, IntFunction<String> cell, String separator) {
        return IntStream.range(0, count).mapToObj(cell).collect(Collectors.joining(separator));
    }

    private static String column(int number) {
        return "Field %03d".formatted(number);
    }
}
