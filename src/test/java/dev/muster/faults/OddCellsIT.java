package dev.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bench.WideFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rows that are within every limit, and hold far more than anybody would write. */
class OddCellsIT {

    private static final int ROWS = 50;
    private static final Pattern VALUE = Pattern.compile("\\bV\\d{5}\\b");

    @TempDir
    Path directory;

    @Test
    void areImportedWhole() throws Exception {
        var files = new WideFiles(directory);
        try (Hub hub = Hub.on(Hub.Database.H2, directory).withJvmOptions("-Xmx320m");
                Node node = hub.start()) {
            for (int i = 0; i < WideFiles.COLUMNS; i++) {
                node.client().createField(WideFiles.column(i));
            }

            double cell = seconds(node, files.manyValues(1), 1);
            String answer = node.client().text("/api/v1/advocates?limit=1");
            assertThat(VALUE.matcher(answer).results().map(MatchResult::group).distinct())
                    .as("values of the cell")
                    .hasSize(WideFiles.VALUES)
                    .contains(WideFiles.value(0), WideFiles.value(WideFiles.VALUES - 1));

            double columns = seconds(node, files.manyColumns(ROWS), ROWS);
            JsonNode first = node.client()
                    .get("/api/v1/advocates?email=many-columns-00000000@firm.example")
                    .get("items")
                    .get(0);
            for (int i = 0; i < WideFiles.COLUMNS; i++) {
                String column = WideFiles.column(i);
                assertThat(first.get("fields").get(column).get(0).asString())
                        .as(column)
                        .isEqualTo(WideFiles.cell(0, i));
            }
            FaultReport.add(
                    "F32 10,000 values in one cell; 200 custom columns",
                    "H2",
                    "one row; %d rows; -Xmx320m".formatted(ROWS),
                    0,
                    "every value is there; %.1f s and %.1f s".formatted(cell, columns));
        }
    }

    private static double seconds(Node node, Path file, int rows) throws Exception {
        long start = System.nanoTime();
        JsonNode done = node.awaitEnd(node.client().upload(file, Map.of()));
        assertThat(done.get("created").asInt())
                .as("%s: %s", file.getFileName(), done)
                .isEqualTo(rows);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
    }
}
