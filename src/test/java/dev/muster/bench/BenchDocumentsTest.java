package dev.muster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.bench.GrowthPlot.Point;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** What the bench writes into the documents. */
class BenchDocumentsTest {

    @TempDir
    Path directory;

    @Test
    void tablesGoBetweenTheMarksAndReplaceThoseOfLastTime() throws Exception {
        Path document = directory.resolve("README.md");
        Files.writeString(document, "before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n");
        var report = new BenchReport();
        report.add("create", 5_000, 2);
        report.add("create", 5_000, 1);
        report.add("create", 5_000, 4);
        report.note("peak RSS", "500 MiB");
        report.ratio("create against another", 3, 2);

        BenchTable.write(document, report.markdown("a machine"));
        BenchTable.write(document, report.markdown("a machine"));

        assertThat(Files.readString(document)).isEqualTo("""
                before
                <!-- bench -->

                Measured on a machine.

                | median of all rounds | rows | seconds | from – to | rows/s |
                |---|---:|---:|---:|---:|
                | create | 5,000 | 2.00 | 1.00 – 4.00 | 2,500 |

                | what had to be reached | what was |
                |---|---|
                | create against another | 3.00 (at least 2.00) |

                <!-- /bench -->
                after
                """);
    }

    @Test
    void aDocumentWithoutMarksIsLeftAlone() throws Exception {
        Path document = Files.writeString(directory.resolve("README.md"), "nothing");

        assertThatThrownBy(() -> BenchTable.write(document, "table")).isInstanceOf(IllegalArgumentException.class);
        assertThat(document).hasContent("nothing");
    }

    @Test
    void thePictureIsSoundAndSaysInWordsWhatItShows() throws Exception {
        String svg =
                new GrowthPlot(List.of(new Point(5_000, 0.4, 70), new Point(1_000_000, 40, 90))).toSvg("a machine");

        var picture = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("5,000 rows: 0.4 s, 70 MiB; 1,000,000 rows: 40.0 s, 90 MiB");
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }
}
