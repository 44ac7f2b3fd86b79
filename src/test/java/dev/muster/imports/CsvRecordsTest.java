package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void splitsQuotedAndPlainCells() throws IOException {
        assertThat(read("a,\"b,c\",\"say \"\"hi\"\"\",\"\",\n"))
                .containsExactly(row(1, "a", "b,c", "say \"hi\"", "", ""));
        assertThat(read("a\"b, \"c\"")).containsExactly(row(1, "a\"b", " \"c\""));
    }

    @Test
    void takesEveryLineEndAndNumbersRowsByTheLineTheyStartOn() throws IOException {
        assertThat(read("a\r\nb\rc\n\nd")).containsExactly(row(1, "a"), row(2, "b"), row(3, "c"), row(5, "d"));
        assertThat(read("\"a\rb\r\nc\nd\"\ne")).containsExactly(row(1, "a\rb\r\nc\nd"), row(5, "e"));
    }

    @Test
    void textAfterAClosingQuoteSpoilsItsRowAlone() throws IOException {
        List<CsvRow> rows = read("a,\"b\"c \"d,e\",f\n\"x\" ,y\nz");

        assertThat(rows.get(0)).isEqualTo(new CsvRow(1, List.of("a", "bc \"d", "e\"", "f"), 1));
        assertThat(rows.get(1)).isEqualTo(new CsvRow(2, List.of("x ", "y"), 0));
        assertThat(rows.get(2)).isEqualTo(row(3, "z"));
    }

    @Test
    void whiteSpaceIsNoRowHoweverItIsQuoted() throws IOException {
        assertThat(read("a\n\"\" ,\"\" \n , \n\"\" \"\nb\n\u001a"))
                .containsExactly(row(1, "a"), new CsvRow(4, List.of(" \""), 0), row(5, "b"));
    }

    @Test
    void namesTheLineOfAQuoteThatIsNeverClosed() {
        assertThatThrownBy(() -> read("a\n\"b\nc\",\"d\ne\n"))
                .isInstanceOfSatisfying(UnusableFileException.class, e -> {
                    assertThat(e.fault()).isEqualTo(FileFault.UNCLOSED_QUOTE);
                    assertThat(e).hasMessageContaining("[3]");
                });
    }

    @Test
    void stopsAtACellWithoutEnd() throws IOException {
        String longest = "x".repeat(CsvCells.MAX_CELL_CHARS);

        assertThat(read(longest + ",b").getFirst().cells()).containsExactly(longest, "b");
        assertThatThrownBy(() -> read("a\n\"" + longest + "\n\""))
                .isInstanceOfSatisfying(
                        UnusableFileException.class, e -> assertThat(e.fault()).isEqualTo(FileFault.CELL_TOO_LONG));
        assertThatThrownBy(() -> read(",".repeat(CsvCells.MAX_CELLS)))
                .isInstanceOfSatisfying(
                        UnusableFileException.class, e -> assertThat(e.fault()).isEqualTo(FileFault.TOO_MANY_CELLS));
    }

    @Test
    void keepsNoMoreOfARowThanItTakesToRefuseIt() throws IOException {
        String cell = "a".repeat(CsvCells.MAX_KEPT_CHARS / 2 + 1);

        List<CsvRow> rows = read(String.join(",", Collections.nCopies(300, cell)) + "\nshort,row");

        assertThat(rows.getFirst().length()).isBetween(RowRules.MAX_ROW, 2 * CsvCells.MAX_KEPT_CHARS);
        assertThat(rows.getFirst().cells()).hasSize(300);
        assertThat(rows.getLast().cells()).containsExactly("short", "row");
    }

    @Test
    void readsAlikeWhereverTheBufferEnds() throws IOException {
        String record = "\"a\"\"b\r\nc\",d,\"\"\r\n";
        String filler = "x".repeat((1 << 15) - 6) + "\n";

        assertThat(read(filler + record.repeat(3)).subList(1, 4))
                .extracting(CsvRow::cells)
                .containsOnly(List.of("a\"b\r\nc", "d", ""));
    }

    @Test
    void aBadQuoteIsTheSameWhereverTheBufferEnds() throws IOException {
        for (int before = 0; before < 24; before++) {
            String filler = "x".repeat((1 << 15) - before) + "\n";

            assertThat(read(filler + "\"a\"b \"c,\"d\"\"\r\n\"e\",\"f\"g\"\r\nh").stream()
                            .skip(1))
                    .as("%d before the end", before)
                    .containsExactly(
                            new CsvRow(2, List.of("ab \"c", "d\"\r\ne\"", "fg\""), 0), new CsvRow(4, List.of("h"), -1));
        }
    }

    @Test
    void manyBadQuotesCostNoTime() throws IOException {
        List<CsvRow> rows = read("\"a\"b,\"c\"\n".repeat(200_000));

        assertThat(rows).hasSize(200_000).allMatch(row -> row.malformedCell() == 0);
    }

    private static CsvRow row(long line, String... cells) {
        return new CsvRow(line, List.of(cells), -1);
    }

    private static List<CsvRow> read(String text) throws IOException {
        var rows = new ArrayList<CsvRow>();
        try (var records = new CsvRecords(
                new StrictReader(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, 0),
                "UTF-8",
                ',')) {
            for (CsvRow row = records.next(); row != null; row = records.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
