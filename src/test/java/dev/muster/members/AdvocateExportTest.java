package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AdvocateExportTest {

    private static final MemberQuery ALL = MemberQuery.DEFAULT.withSegment(MemberSegment.ALL);

    @Autowired
    AdvocateExport export;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void actAsViewer() {
        users.actAs("Vera Viewer", Role.VIEWER);
    }

    @Test
    void writesTheColumnsOfTheTemplateThenStatusSourceAndGroups() throws IOException {
        StoredMember.contact(1, "Aylin Demirtaş", "aylin@orbitel.example")
                .at("Orbitel, \"the\" one")
                .joined(Instant.parse("2026-11-12T12:00:00Z"))
                .in(jdbc);
        jdbc.sql("UPDATE member SET field_values = '{\"3\":[\"Atlas\",\"Beacon\"]}' WHERE id = 1")
                .update();

        assertThat(exported(ALL))
                .isEqualTo("\ufeffName,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,"
                        + "Position,Industry,Product,Status,Source,Groups\r\n"
                        + "Aylin Demirtaş,aylin@orbitel.example,,\"Orbitel, \"\"the\"\" one\",,,,,,\"Atlas, Beacon\","
                        + "Joined,CSV Import,\r\n");
    }

    @Test
    void noCellRunsAsAFormula() throws IOException {
        StoredMember.contact(1, "=HYPERLINK(\"x\")", "a@x.example").at("+1").in(jdbc);
        StoredMember.contact(2, "\t-2", "b@x.example").at("@SUM(1)").in(jdbc);

        assertThat(exported(ALL))
                .contains("\"'=HYPERLINK(\"\"x\"\")\",a@x.example,,'+1,")
                .contains("'-2,b@x.example,,'@SUM(1),");
    }

    @Test
    void writesAllThatMatchHoweverManyAndLeavesATrace() throws IOException {
        IntStream.rangeClosed(1, 2_500)
                .forEach(i -> StoredMember.contact(i, "Name " + i % 10, "a%d@x.example".formatted(i))
                        .in(jdbc));

        assertThat(exported(ALL).lines()).hasSize(2_501).doesNotHaveDuplicates();
        assertThat(exported(ALL.withSearch("a77@")).lines()).hasSize(2);
        assertThat(audited()).contains("advocates.export 2,500 rows").endsWith("advocates.export 1 row");
        assertThat(audited())
                .extracting(entry -> String.valueOf(entry).split(" ", 2)[0])
                .containsExactly(
                        "advocates.export-begin", "advocates.export", "advocates.export-begin", "advocates.export");
    }

    @Test
    void anExportThatIsCutOffSaysSoAndHowManyRowsWereWritten() {
        IntStream.rangeClosed(1, 2_500)
                .forEach(i -> StoredMember.contact(i, "Name " + i % 10, "a%d@x.example".formatted(i))
                        .in(jdbc));
        var out = new OutputStream() {
            private int left = 60_000;

            @Override
            public void write(int octet) throws IOException {
                if (left-- == 0) {
                    throw new IOException("The browser is gone.");
                }
            }
        };

        assertThatThrownBy(() -> export.write(new MemberSelection.AllThat(ALL, Set.of()), out))
                .hasStackTraceContaining("The browser is gone.");

        assertThat(audited()).hasSize(2);
        assertThat(audited()).first().isEqualTo("advocates.export-begin all of ALL, but 0");
        assertThat(audited()).last().asString().matches("advocates\\.export-cut-off [\\d,]{3,5} rows");
    }

    private List<@Nullable String> audited() {
        return jdbc.sql("SELECT CONCAT(action, ' ', detail) FROM audit_entry ORDER BY id")
                .query(String.class)
                .list();
    }

    private String exported(MemberQuery query) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(new MemberSelection.AllThat(query, Set.of()), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
