package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.imports.ImportedRow.RowIssue;
import dev.muster.members.FieldType;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class ImportResultsTest {

    private static final String CSV = """
            Email,Name,Company,Position
            ann@example.com,Ann,Acme,Engineer
            ,Bo,,
            cy@example.com,"=HYPERLINK(""x"")",,\u00a0
            bad@,"D, ""d\""",Dee & Co,
            ann@example.com,Ann,,
            100%@example.com,Percy,,
            """;

    @Autowired
    Users users;

    @Autowired
    ImportResults results;

    @Autowired
    ImportTemplate template;

    ImportKit imports;
    ImportSnapshot done;

    @BeforeEach
    void importSomeRows(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
        done = imports.run(imports.desk().start(imports.store(CSV), ImportKit.AS_ADVOCATES), imports.inChunksOf(2));
    }

    @Test
    void pagesRunOverTheChunks() {
        assertThat(lines(RowFilter.ALL, 0, 3)).containsExactly(2L, 3L, 4L);
        assertThat(lines(RowFilter.ALL, 3, 3)).containsExactly(5L, 6L, 7L);
        assertThat(lines(RowFilter.ALL, 5, 10)).containsExactly(7L);
        assertThat(lines(RowFilter.ALL, 6, 10)).isEmpty();
        assertThat(results.count(done.id(), RowFilter.ALL)).isEqualTo(6);
    }

    @Test
    void rowsSayWhoTheyAreAboutAndWhatHappened() {
        List<ImportedRow> rows = imports.rows(done);

        assertThat(rows.get(0).name()).isEqualTo("Ann");
        assertThat(rows.get(0).company()).isEqualTo("Acme");
        assertThat(rows.get(0).member()).isNotNull();
        assertThat(rows.get(3))
                .isEqualTo(new ImportedRow(
                        5,
                        Outcome.REJECTED,
                        null,
                        "D, \"d\"",
                        "bad@",
                        "Dee & Co",
                        List.of(new RowIssue(Severity.ERROR, "Email", "bad@", "Email is invalid"))));
    }

    @Test
    void filtersByOutcomeMessageAndSearch() {
        assertThat(lines(Outcome.REJECTED, null, "")).containsExactly(3L, 5L);
        assertThat(lines(new RowFilter(Outcome.CREATED, null, ""), 1, 1)).containsExactly(4L);
        assertThat(lines(null, "imports.issue.duplicate", "")).containsExactly(6L);
        assertThat(lines(Outcome.CREATED, "imports.issue.duplicate", "")).isEmpty();
        assertThat(lines(null, null, " ANN")).containsExactly(2L, 6L);
        assertThat(lines(null, null, "dee & co")).containsExactly(5L);
        assertThat(lines(null, null, "4")).containsExactly(4L);
        assertThat(lines(null, null, "0%")).containsExactly(7L);
        assertThat(lines(null, null, "%")).containsExactly(7L);
        assertThat(lines(null, null, "nobody")).isEmpty();
    }

    @Test
    void groupsIssuesByWhatTheySay() {
        assertThat(results.issueGroups(done.id()))
                .containsExactly(
                        new IssueGroup(
                                Severity.ERROR,
                                "imports.issue.email-blank",
                                "Email is invalid, Email can't be blank",
                                1),
                        new IssueGroup(Severity.ERROR, "imports.issue.email-invalid", "Email is invalid", 1),
                        new IssueGroup(
                                Severity.WARNING, "imports.issue.duplicate", "Duplicate of line … in this file", 1),
                        new IssueGroup(
                                Severity.WARNING,
                                "imports.issue.value-blank",
                                "Custom Profile Field values value can't be blank",
                                1));
    }

    @Test
    void theResultFileHasLineResultAndMessagesInFront() {
        assertThat(imports.resultFile(done))
                .isEqualTo(("\ufeffLine,Result,Messages,Email,Name,Company,Position\n"
                                + "2,Created,,ann@example.com,Ann,Acme,Engineer\n"
                                + "3,Rejected,\"Email is invalid, Email can't be blank\",,Bo,,\n"
                                + "4,Created,Custom Profile Field values value can't be blank,cy@example.com,"
                                + "\"'=HYPERLINK(\"\"x\"\")\",,\u00a0\n"
                                + "5,Rejected,Email is invalid,bad@,\"D, \"\"d\"\"\",Dee & Co,\n"
                                + "6,Unchanged,Duplicate of line 2 in this file,ann@example.com,Ann,,\n"
                                + "7,Created,,100%@example.com,Percy,,\n")
                        .replace("\n", "\r\n"));
    }

    @Test
    void theErrorFileCanBeCorrectedAndImportedAsItIs() {
        String errors = imports.errorFile(done);

        assertThat(errors)
                .isEqualTo(("\ufeffEmail,Name,Company,Position,Messages\n"
                                + ",Bo,,,\"Email is invalid, Email can't be blank\"\n"
                                + "bad@,\"D, \"\"d\"\"\",Dee & Co,,Email is invalid\n")
                        .replace("\n", "\r\n"));
        ImportSnapshot corrected =
                imports.run(errors.replace("bad@", "d@example.com").replace("\r\n,Bo", "\r\nbo@example.com,'=Bo"));
        assertThat(corrected.created()).isEqualTo(2);
        assertThat(imports.member("d@example.com", "name")).isEqualTo("D, \"d\"");
        assertThat(imports.member("bo@example.com", "name")).isEqualTo("=Bo");
    }

    @Test
    void aPageReadsTheMessagesOfItsRowsOnly() {
        var rejected = new RowFilter(Outcome.REJECTED, null, "");

        List<String> sent =
                StatementCount.during(() -> assertThat(lines(rejected, 0, 10)).containsExactly(3L, 5L));

        assertThat(sent)
                .filteredOn(sql -> sql.contains("import_issue"))
                .singleElement()
                .asString()
                .contains("line IN (3,5)");
    }

    @Test
    void aRowWithTooManyCellsCanBeCorrectedInTheErrorFile() {
        String errors = imports.errorFile(imports.run("Name,Email\nLena,lena@orbitel.example,surplus,more\nBo,x\n"));

        assertThat(errors).isEqualToNormalizingNewlines("""
                        \ufeffName,Email,Messages
                        Lena,lena@orbitel.example,Row has more cells than the header,surplus,more
                        Bo,x,Email is invalid
                        """);
        ImportSnapshot still = imports.run(errors);
        assertThat(imports.errorFile(still)).as("a second time").isEqualTo(errors);
        ImportSnapshot corrected =
                imports.run(errors.replace("header,surplus,more", "header,,").replace("Bo,x,", "Bo,b@example.com,"));
        assertThat(corrected.created()).isEqualTo(2);
        assertThat(imports.member("lena@orbitel.example", "name")).isEqualTo("Lena");
    }

    @Test
    void theResultFileCanBeImportedAgain() {
        ImportSnapshot again = imports.run(imports.resultFile(done));

        assertThat(again.unchanged()).isEqualTo(4);
        assertThat(imports.member("cy@example.com", "name")).isEqualTo("=HYPERLINK(\"x\")");
    }

    @Test
    void theTemplateNamesEveryColumn() {
        imports.field("Zone", FieldType.TEXT, false);
        imports.field("Area", FieldType.TEXT, false);
        var out = new ByteArrayOutputStream();

        template.write(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffName,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,"
                        + "Position,Industry,Product,Area,Zone\r\n");
    }

    private List<Long> lines(@Nullable Outcome outcome, @Nullable String message, String search) {
        var filter = new RowFilter(outcome, message, search);
        List<Long> lines = lines(filter, 0, 100);
        assertThat(results.count(done.id(), filter)).isEqualTo(lines.size());
        return lines;
    }

    private List<Long> lines(RowFilter filter, int offset, int limit) {
        return results.rows(done.id(), filter, offset, limit).stream()
                .map(ImportedRow::line)
                .toList();
    }
}
