package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every way that a file was ever seen to be wrong, one by one, and what comes of it. */
@ServiceTest
class BadInputTest {

    private static final String INVALID_ENCODING = "FAILED: Invalid Encoding";
    private static final String NO_TEXT = "Line 2, byte %d is not UTF-8.";
    private static final String BLANK = "Email is invalid, Email can't be blank";
    private static final String VALUE = "WARNING Product: Custom Profile Field values value ";
    private static final String HEADER = "Name,Email,Title,Salesforce ID,Product\n";

    @Autowired
    Users users;

    ImportKit imports;

    /**
     * One file and what comes of it.
     *
     * @param created how many members
     * @param outcome the failure and its explanation, or the messages about rows
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Case(String name, String fileName, byte[] content, int created, List<String> outcome) {

        Case(String name, byte[] content, int created, List<String> outcome) {
            this(name, "customers.csv", content, created, outcome);
        }

        int number() {
            return Integer.parseInt(name.substring(0, name.indexOf(' ')));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"files", "undecodable", "headers", "shapes", "addresses", "badAddresses", "fields"})
    void comesToWhatItShould(Case one) {
        ImportSnapshot done =
                imports.run(imports.desk().start(imports.store(one.fileName(), one.content()), ImportKit.AS_ADVOCATES));

        List<String> outcome = done.failure() == null
                ? imports.messages(done)
                : List.of(done.failure().message(), done.failure().explanation());
        assertThat(outcome).isEqualTo(one.outcome());
        assertThat(done.created()).isEqualTo(one.created());
        assertThat(done.state()).isEqualTo(done.failure() == null ? ImportState.COMPLETED : ImportState.FAILED);
        assertThat(done.created() + done.updated() + done.unchanged() + done.rejected())
                .isEqualTo(done.processed());
        assertThat(imports.count("member")).isEqualTo(done.created());
    }

    /** What takes more than one file to show is in {@link BadInputOverTimeTest}. */
    @Test
    void leavesNoneOut() {
        Set<Integer> shown = Stream.of(
                        files(), undecodable(), headers(), shapes(), addresses(), badAddresses(), fields())
                .flatMap(cases -> cases)
                .map(Case::number)
                .collect(Collectors.toCollection(TreeSet::new));
        shown.addAll(BadInputOverTimeTest.SHOWN);
        assertThat(shown)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 92).boxed().toList());
    }

    static Stream<Case> files() {
        String good = "Name,Email\nJosé,jose@example.com\n";
        String choose = "Choose the CSV file itself.";
        return Stream.of(
                failed("1 empty", "", "The file is empty.", "Choose another file, or start from the template."),
                failed(
                        "2 header only",
                        "Name,Email\n",
                        "The file has a header but no rows.",
                        "There is nothing to import."),
                failed(
                        "3 blank lines only",
                        "\n \r\n\t\n",
                        "The file is empty.",
                        "Choose another file, or start from the template."),
                accepted("4 UTF-8 with a mark", written(good, "efbbbf", "UTF-8"), 1),
                accepted("5 UTF-16 LE with a mark", written(good, "fffe", "UTF-16LE"), 1),
                accepted("5 UTF-16 BE with a mark", written(good, "feff", "UTF-16BE"), 1),
                accepted("6 UTF-32 LE with a mark", written(good, "fffe0000", "UTF-32LE"), 1),
                accepted("6 UTF-32 BE with a mark", written(good, "0000feff", "UTF-32BE"), 1),
                accepted("7 Windows-1252", written(good, "", "windows-1252"), 1),
                accepted("8 UTF-8", written("Name,Email\nä ó æ ñ,a@example.com\n", "", "UTF-8"), 1),
                failed(
                        "11 NUL",
                        "Name,Email\nA\0,a@example.com\n",
                        INVALID_ENCODING,
                        "Line 2, byte 13 is a NUL, which no text has."),
                failed(
                        "12 XLSX",
                        "PK\3\4 xl/workbook.xml",
                        "This is an Excel workbook, not a CSV.",
                        "In Excel choose Save As, CSV UTF-8, then choose that file here."),
                failed(
                        "12 XLS",
                        bytes("d0cf11e0a1b11ae1"),
                        "This is an Excel workbook, not a CSV.",
                        "In Excel choose Save As, CSV UTF-8, then choose that file here."),
                failed("13 ZIP", "PK\3\4 a.csv", "This is a ZIP archive.", choose),
                failed("13 gzip", bytes("1f8b0800"), "This is a gzip archive.", choose),
                failed("13 PNG", bytes("89504e470d0a1a0a"), "This is an image.", choose),
                failed("13 JPEG", bytes("ffd8ffe0"), "This is an image.", choose),
                failed("13 PDF", "%PDF-1.7\n", "This is a PDF.", choose),
                failed("14 login page", "\n<!DOCTYPE html>\n<html><body>Log in", "This is a web page.", choose),
                failed("15 program", bytes("4d5a90000300"), "This is a program, not a CSV.", choose),
                named("15 the name of a program", "invoice.exe", good, "This is a program, not a CSV.", choose),
                accepted("16 semicolons", written("Name;Email\nA, B;a@example.com\n", "", "UTF-8"), 1),
                accepted("17 tabs", written("Name\tEmail\nA\ta@example.com\n", "", "UTF-8"), 1),
                accepted("17 pipes", written("Name|Email\nA|a@example.com\n", "", "UTF-8"), 1),
                accepted("18 sep=;", written("sep=;\nName;Email\nA;a@example.com\n", "", "UTF-8"), 1),
                accepted("19 CR", written("Name,Email\rA,a@example.com\rB,b@example.com\r", "", "UTF-8"), 2),
                accepted("20 CRLF and LF", written("Name,Email\r\nA,a@example.com\nB,b@example.com\r", "", "UTF-8"), 2),
                accepted("21 no line end at the end", written("Name,Email\nA,a@example.com", "", "UTF-8"), 1),
                accepted("22 Ctrl-Z at the end", written("Name,Email\nA,a@example.com\n\u001a", "", "UTF-8"), 1),
                failed(
                        "23 quote never closed",
                        "Name,Email\nA,a@example.com\n\"B,b@example.com\n",
                        "A quote opened in line 3 is never closed.",
                        "Add the closing quote in that line."),
                rows(
                        "24 text after a quote",
                        "Name,Email\n\"A\"b,a@example.com\nB,b@example.com\n",
                        1,
                        "2 REJECTED: ERROR Name: Row is malformed"),
                rows(
                        "24 quotes after a quote",
                        "Name,Email\n\"A\" \"b\nB,b@example.com\n\"C\"\"\" x,c\n",
                        1,
                        "2 REJECTED: ERROR Name: Row is malformed",
                        "4 REJECTED: ERROR Name: Row is malformed"),
                rows(
                        "25 line ends in quotes",
                        "Name,Email\n\"A\r\nB\rC\nD\",a@example.com\nE,x\n",
                        1,
                        "6 REJECTED: ERROR Email: Email is invalid"),
                rows(
                        "26 more than 5,000 rows",
                        "Email,Name\n" + "a@example.com,A\n".repeat(2) + many(5001),
                        5002,
                        "3 UNCHANGED: WARNING Email: Duplicate of line 2 in this file"));
    }

    static Stream<Case> undecodable() {
        return Stream.of(
                failed(
                        "9 character cut off",
                        damaged("Jos", "c3", ",a@example.com\n"),
                        INVALID_ENCODING,
                        NO_TEXT.formatted(15)),
                failed(
                        "9 character cut off at the end",
                        damaged("José,a@example.com,Jos", "c3", ""),
                        INVALID_ENCODING,
                        NO_TEXT.formatted(35)),
                failed(
                        "10 overlong",
                        damaged("A", "c0af", ",a@example.com\n"),
                        INVALID_ENCODING,
                        NO_TEXT.formatted(13)),
                failed(
                        "10 surrogate",
                        damaged("A", "eda080", ",a@example.com\n"),
                        INVALID_ENCODING,
                        NO_TEXT.formatted(13)),
                failed(
                        "10 one damaged character among sound ones",
                        damaged("José Núñez", "e9", ",a@example.com\n"),
                        INVALID_ENCODING,
                        NO_TEXT.formatted(25)));
    }

    static Stream<Case> headers() {
        String valid = ". Valid headers are Name, Email, Title, Company, Salesforce ID, External Contact ID,"
                + " External Account ID, Position, Industry, Product";
        return Stream.of(
                accepted("30 case and spaces", written(" NAME ,\u00a0EMAIL \nA,a@example.com\n", "", "UTF-8"), 1),
                failed(
                        "29 a name that is no field",
                        "Name,Email,rank,\nA,a@example.com,1,\n",
                        "Invalid header - rank, " + valid,
                        "1 column is not a field yet."),
                failed(
                        "31 the same column twice",
                        "Email,Name,Email\na@example.com,A,b@example.com\n",
                        "Two columns go to Email: 1 and 3.",
                        "Leave one of them out."),
                rows(
                        "32 data under an empty name",
                        "Name,Email,\nA,a@example.com,x\nB,b@example.com,\n",
                        1,
                        "2 REJECTED: ERROR null: Row has more cells than the header"),
                failed(
                        "33 no Email column",
                        "Name,Title\nA,B\n",
                        "There is no Email column.",
                        "Choose which column holds the address."),
                failed(
                        "36 no header at all",
                        "Ann,ann@example.com\nBo,bo@example.com\n",
                        "The file has no header: line 1 holds the address ann@example.com.",
                        "Add a line above it with the names of the columns, such as Name and Email, then choose the"
                                + " file again."),
                accepted(
                        "34 invisible spaces",
                        written("\u200bName\u00a0,\ufeffEmail\nA,a@example.com\n", "", "UTF-8"),
                        1),
                failed(
                        "38 a formula",
                        "Name,Email,=cmd\nA,a@example.com,1\n",
                        "Invalid header - =cmd" + valid,
                        "1 column is not a field yet."),
                accepted("37 another order", written("Product,Email,Name\nAtlas,a@example.com,A\n", "", "UTF-8"), 1),
                failed(
                        "92 a column for groups",
                        "Name,Email,Group\nA,a@example.com,EMEA\n",
                        "Invalid header - Group" + valid,
                        "1 column is not a field yet."));
    }

    static Stream<Case> shapes() {
        return Stream.of(
                rows("39 fewer cells", HEADER + "A,a@example.com\n", 1),
                rows(
                        "40 more cells",
                        HEADER + "A,a@example.com,,,,x\n",
                        0,
                        "2 REJECTED: ERROR null: Row has more cells than the header"),
                rows("41 commas at the end", HEADER + "A,a@example.com,,,,,,,\n", 1),
                rows("42 blank rows", HEADER + "\n,,\n \t,\u00a0\nA,a@example.com\n", 1),
                rows("43 footer", HEADER + "A,a@example.com\nCopyright 2024\n", 1, "3 REJECTED: ERROR Email: " + BLANK),
                rows("44 comment", HEADER + "# exported,today\n", 0, "2 REJECTED: ERROR Email: Email is invalid"),
                rows(
                        "45 header again",
                        HEADER + "A,a@example.com\n" + HEADER,
                        1,
                        "3 REJECTED: ERROR Email: Email is invalid"));
    }

    static Stream<Case> addresses() {
        return Stream.of(
                rows(
                        "46 blank",
                        HEADER + "A,\nB,\u00a0\n",
                        0,
                        "2 REJECTED: ERROR Email: " + BLANK,
                        "3 REJECTED: ERROR Email: " + BLANK),
                rows(
                        "54 spaces and capitals",
                        HEADER + "A, A@X.com \nB,a@x.com\n",
                        1,
                        "3 UNCHANGED: WARNING Email: Duplicate of line 2 in this file"),
                rows(
                        "63 a domain with an umlaut",
                        HEADER + "A,a@münchen.de\nA,a@xn--mnchen-3ya.de\n",
                        1,
                        "3 UNCHANGED: WARNING Email: Duplicate of line 2 in this file"),
                rows(
                        "64 a Cyrillic letter in the domain",
                        HEADER + "A,a@ex\u0430mple.com\nB,a@example.com\nC,c@bücher.example\n",
                        3,
                        "2 CREATED: WARNING Email: Email domain only looks like example.com"),
                rows(
                        "67 the same address twice",
                        HEADER + "A,a@x.com,,,X\nB,a@x.com,,,Y\n",
                        1,
                        "3 UPDATED: WARNING Email: Duplicate of line 2 in this file"),
                rows(
                        "68 the same address in capitals",
                        HEADER + "A,a@x.com\nB,A@X.COM\n",
                        1,
                        "3 UNCHANGED: WARNING Email: Duplicate of line 2 in this file"),
                rows("72 a domain for throw-away addresses", HEADER + "A,a@mailinator.com\n", 1),
                rows("66 plus tags", HEADER + "A,a+x@example.com\nB,a+y@example.com\nC,a@example.com\n", 3));
    }

    static Stream<Case> badAddresses() {
        return Stream.of(
                        "47 foo",
                        "47 a@",
                        "47 @x",
                        "47 a@b@c.com",
                        "48 a@b",
                        "49 a..b@x.com",
                        "49 .a@x.com",
                        "50 a@-x.com",
                        "50 a@x..com",
                        "51 " + "a".repeat(65) + "@x.com",
                        "51 a@" + "x".repeat(63).concat(".").repeat(4) + "com",
                        "52 a@[127.0.0.1]",
                        "53 \"\"a b\"\"@x.com",
                        "55 Bob <b@x.com>",
                        "56 a@x.com;b@x.com",
                        "57 <a@b.com>c@d.com",
                        "58 =?x?q?=41=40evil.com=3e?=foo@x.com",
                        "59 a@x.com\r\nBcc: b@x.com",
                        "60 a\u202eb@x.com",
                        "60 a\u200bb@x.com",
                        "61 mailto:a@x.com",
                        "62 josé@x.com",
                        "65 a＠x.com")
                .map(text -> rows(
                        text.replaceAll("[\\r\\n]+", " "),
                        HEADER + "A,\"" + text.substring(3) + "\"\n",
                        0,
                        "2 REJECTED: ERROR Email: Email is invalid"));
    }

    static Stream<Case> fields() {
        return Stream.of(
                rows(
                        "73 a new member without a name",
                        HEADER + ",a@example.com\n",
                        0,
                        "2 REJECTED: ERROR Name: Name can't be blank"),
                rows("76 an asterisk is a value", HEADER + "*,a@example.com,*,*,*\n", 1),
                rows(
                        "77 spaces as a value",
                        HEADER + "A,a@example.com,,, \nB,b@example.com,,,\u00a0\nC,c@example.com,,,\"\t\"\n",
                        3,
                        "2 CREATED: " + VALUE + "can't be blank",
                        "3 CREATED: " + VALUE + "can't be blank",
                        "4 CREATED: " + VALUE + "can't be blank"),
                rows(
                        "78 a value twice",
                        HEADER + "A,a@example.com,,,\"A, B, A\"\n",
                        1,
                        "2 CREATED: " + VALUE + "has already been taken"),
                rows(
                        "79 255 characters, and 256",
                        HEADER
                                + "A,a@example.com,,,%s\nB,b@example.com,,,%s\n"
                                        .formatted("😀".repeat(255), "x".repeat(256)),
                        1,
                        "3 REJECTED: ERROR Product: Custom Profile Field values value is too long"
                                + " (maximum is 255 characters)"),
                rows(
                        "80 501 characters cost one row",
                        HEADER + "A,a@example.com,,,%s\nB,b@example.com\n".formatted("x".repeat(501)),
                        1,
                        "2 REJECTED: ERROR Product: Custom Profile Field values value is too long"
                                + " (maximum is 255 characters)"),
                rows("81 a comma without a space", HEADER + "A,a@example.com,,,\"A,B\"\n", 1),
                rows(
                        "82 an empty value",
                        HEADER + "A,a@example.com,,,\"A, , B\"\n",
                        1,
                        "2 CREATED: " + VALUE + "can't be blank"),
                rows("83 formulas", HEADER + "=HYPERLINK(1),a@example.com,+1,-1,@SUM\n", 1),
                rows("84 markup", HEADER + "<script>alert(1)</script>,a@example.com\n", 1),
                rows("85 templates", HEADER + "{{7*7}},a@example.com,${jndi:ldap://x},#{T(java.lang.Runtime)}\n", 1),
                rows("86 SQL", HEADER + "'; DROP TABLE member; --,a@example.com\n", 1),
                rows("87 emoji", HEADER + "👩‍👩‍👧‍👦 🇸🇪,a@example.com\n", 1),
                rows(
                        "88 one letter in two forms",
                        HEADER + "A,a@example.com,,,\"\u00e9, e\u0301\"\n",
                        1,
                        "2 CREATED: " + VALUE + "has already been taken"),
                rows("90 numbers stay text", HEADER + "007,a@example.com,1E+15,000123456789012345\n", 1),
                rows("91 a name with line ends", HEADER + "\"A\r\nBcc: x@y.com\",a@example.com\n", 1));
    }

    private static Case named(String name, String fileName, String text, String message, String explanation) {
        return new Case(name, fileName, text.getBytes(StandardCharsets.UTF_8), 0, List.of(message, explanation));
    }

    private static Case rows(String name, String text, int created, String... messages) {
        return new Case(name, text.getBytes(StandardCharsets.UTF_8), created, List.of(messages));
    }

    private static Case accepted(String name, byte[] content, int created) {
        return new Case(name, content, created, List.of());
    }

    private static Case failed(String name, String text, String message, String explanation) {
        return failed(name, text.getBytes(StandardCharsets.UTF_8), message, explanation);
    }

    private static Case failed(String name, byte[] content, String message, String explanation) {
        return new Case(name, content, 0, List.of(message, explanation));
    }

    private static byte[] written(String text, String mark, String charset) {
        return joined(bytes(mark), text.getBytes(Charset.forName(charset)));
    }

    /** Returns a file whose second line holds bytes that are no UTF-8. */
    private static byte[] damaged(String before, String hex, String after) {
        return joined(
                ("Name,Email\n" + before).getBytes(StandardCharsets.UTF_8),
                bytes(hex),
                after.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String many(int rows) {
        var text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append("p%d@example.com,P\n".formatted(i));
        }
        return text.toString();
    }
}
