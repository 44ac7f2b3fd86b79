package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class WholeFileProblemsTest {

    @Autowired
    Users users;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void emptyFiles() {
        var empty = new FileProblem("The file is empty.", "Choose another file, or start from the template.");

        assertThat(imports.problemOf("")).isEqualTo(empty);
        assertThat(imports.problemOf("\ufeff")).isEqualTo(empty);
        assertThat(imports.problemOf("\r\n \n,,\n")).isEqualTo(empty);
        assertThat(imports.problemOf("Name,Email\n , \n\n"))
                .isEqualTo(new FileProblem("The file has a header but no rows.", "There is nothing to import."));
    }

    @Test
    void headersThatDoNotFit() {
        assertThat(imports.problemOf("Name,Email,company size,\nBo,bo@example.com,9,\n"))
                .isEqualTo(new FileProblem(
                        "Invalid header - company size, . Valid headers are Name, Email, Title, Company,"
                                + " Salesforce ID, External Contact ID, External Account ID, Position, Industry,"
                                + " Product",
                        "1 column is not a field yet."));
        assertThat(imports.problemOf("Email,a,b\nbo@example.com,1,2\n").explanation())
                .isEqualTo("2 columns are not fields yet.");
        assertThat(imports.problemOf("Name,Title\nBo,Lead\n"))
                .isEqualTo(new FileProblem("There is no Email column.", "Choose which column holds the address."));
        assertThat(imports.problemOf("Name,Email,Title,Company, EMAIL\u00a0\n1,2,3,4,5\n"))
                .isEqualTo(new FileProblem("Two columns go to Email: 2 and 5.", "Leave one of them out."));
    }

    @Test
    void invalidBytes() {
        assertThat(imports.problemOf(torn("Name,Email\nJosé,jose@example.com\nJos", 0xC3, ",bo@example.com\n")))
                .isEqualTo(new FileProblem("FAILED: Invalid Encoding", "Line 3, byte 38 is not UTF-8."));
        assertThat(imports.problemOf("Email\na@example.com\n\"b\nc\",\0\n"))
                .isEqualTo(new FileProblem("FAILED: Invalid Encoding", "Line 4, byte 27 is a NUL, which no text has."));
        String filler = "a@example.com\n".repeat(20_000);
        assertThat(imports.problemOf(torn("Email\n" + filler + "\u00e9", 0xE2, ""))
                        .explanation())
                .isEqualTo("Line 20,002, byte 280,009 is not UTF-8.");
    }

    private static byte[] torn(String before, int lead, String after) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        bytes.write(lead);
        bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    @Test
    void quotesThatNeverClose() {
        assertThat(imports.problemOf("Name,Email\nBo,bo@example.com\n\"Al,al@example.com\nCy,cy@example.com\n"))
                .isEqualTo(new FileProblem(
                        "A quote opened in line 3 is never closed.", "Add the closing quote in that line."));
        assertThat(imports.problemOf("Name,Email\nBo," + "x".repeat(10_000_000) + "\n"))
                .isEqualTo(new FileProblem(
                        "A cell that starts in line 2 is longer than 1,048,576 characters.",
                        "If a quote opens there by mistake, remove it; else shorten the cell."));
    }

    @Test
    void filesThatAreNoCsv() {
        String chooseTheCsv = "Choose the CSV file itself.";
        assertThat(imports.problemOf("PK\3\4....[Content_Types].xml...xl/workbook.xml"))
                .isEqualTo(new FileProblem(
                        "This is an Excel workbook, not a CSV.",
                        "In Excel choose Save As, CSV UTF-8, then choose that file here."));
        assertThat(imports.problemOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                        .message())
                .isEqualTo("This is an Excel workbook, not a CSV.");
        assertThat(imports.problemOf("PK\3\4....a.csv"))
                .isEqualTo(new FileProblem("This is a ZIP archive.", chooseTheCsv));
        assertThat(imports.problemOf(new byte[] {0x1F, (byte) 0x8B, 8}))
                .isEqualTo(new FileProblem("This is a gzip archive.", chooseTheCsv));
        assertThat(imports.problemOf("%PDF-1.7")).isEqualTo(new FileProblem("This is a PDF.", chooseTheCsv));
        assertThat(imports.problemOf(new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                .isEqualTo(new FileProblem("This is an image.", chooseTheCsv));
        assertThat(imports.problemOf("\ufeff\n<!DOCTYPE html><html>"))
                .isEqualTo(new FileProblem("This is a web page.", chooseTheCsv));
    }

    @Test
    void aFileThatBecameUnusableFailsWithoutARowWritten() {
        ImportSnapshot failed = imports.run("Name,Email,Level\nBo,bo@example.com,9\n");

        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(Objects.requireNonNull(failed.failure()).message())
                .startsWith("Invalid header - Level. Valid headers are Name, Email,");
        assertThat(failed.processed()).isZero();
        assertThat(imports.count("member")).isZero();
        assertThat(imports.count("mail")).isZero();
    }

    @Test
    void aSoundFileIsShownAsItIs() {
        var usable = (FileInspection.Usable) imports.inspect(
                "\ufeffe-MAIL".replace("-", "") + ", Name\u200b ,\n\nbo@example.com,\"Bo\nB\",\ncy@example.com\n");

        assertThat(usable.rows()).isEqualTo(2);
        assertThat(usable.format()).isEqualTo(FileFormat.STANDARD);
        assertThat(usable.columns()).containsExactly("eMAIL", " Name\u200b ", "");
        assertThat(usable.preview().get(1).line()).isEqualTo(5);
    }
}
