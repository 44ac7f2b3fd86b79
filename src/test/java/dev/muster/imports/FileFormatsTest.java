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
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files as other programs write them, detected, imported, and taken up in the middle. */
@ServiceTest
class FileFormatsTest {

    private static final String GERMAN = """
            Name;Email;Title;Company;Product
            Jürgen Weiß;j.weiss@example.com;Geschäftsführer;Haferkamp Bau;Atlas, Beacon
            "Groß; Söhne";gross@example.com;"Leiter ""Einkauf\""";Müller & Söhne;
            Zoë Núñez;zoe@example.com;;Café Rösti – 12 €;Beacon
            """;

    @Autowired
    Users users;

    @Autowired
    ImportDesk desk;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void aGermanFileAsExcelSavesIt() {
        byte[] content = GERMAN.replace("\n", "\r\n").getBytes(TextEncoding.WINDOWS_1252.charset());
        ImportFileId file = imports.store(content);

        var seen = (FileInspection.Usable) desk.inspect(file);
        assertThat(seen.format()).isEqualTo(new FileFormat(TextEncoding.WINDOWS_1252, Delimiter.SEMICOLON));
        assertThat(seen.detected()).isEqualTo(seen.format());
        assertThat(seen.headerLine()).isEqualTo(1);
        assertThat(seen.preview().getFirst().cells()).startsWith("Jürgen Weiß", "j.weiss@example.com");
        ImportSnapshot done = imports.run(desk.start(file, ImportKit.AS_ADVOCATES));

        assertIsImported(done);
        assertThat(imports.resultFile(done)).contains("2,Created,,Jürgen Weiß,j.weiss@example.com,Geschäftsführer");
    }

    @Test
    void unicodeTextAsExcelSavesIt() {
        byte[] content = marked(
                "fffe", GERMAN.replace(";", "\t").replace("Groß\t", "Groß;").replace("\n", "\r\n"), "UTF-16LE");
        ImportFileId file = imports.store(content);

        var seen = (FileInspection.Usable) desk.inspect(file);
        assertThat(seen.format()).isEqualTo(new FileFormat(TextEncoding.UTF_16LE, Delimiter.TAB));
        assertIsImported(imports.run(desk.start(file, ImportKit.AS_ADVOCATES)));
    }

    @Test
    void aFirstLineThatNamesTheDelimiterIsNoHeader() {
        byte[] content = ("sep=;\r\n" + GERMAN).getBytes(StandardCharsets.UTF_8);
        ImportFileId file = imports.store(content);

        var seen = (FileInspection.Usable) desk.inspect(file);
        assertThat(seen.headerLine()).isEqualTo(2);
        assertThat(seen.preview().getFirst().line()).isEqualTo(3);
        assertIsImported(imports.run(desk.start(file, ImportKit.AS_ADVOCATES)));
    }

    @Test
    void whatAnAdminChoosesIsWhatIsRead() {
        ImportFileId file = imports.store(
                "Name;Email\nИван Петров;ivan@example.com\n".getBytes(TextEncoding.WINDOWS_1251.charset()));
        desk.inspect(file);

        var seen = (FileInspection.Usable)
                desk.inspect(file, new FormatChoice(TextEncoding.ISO_8859_5, Delimiter.SEMICOLON));
        assertThat(seen.format().encoding()).isEqualTo(TextEncoding.ISO_8859_5);
        assertThat(seen.detected().encoding()).isEqualTo(TextEncoding.WINDOWS_1251);
        String misread = seen.preview().getFirst().cells().getFirst();
        assertThat(misread).isNotEqualTo("Иван Петров");

        var wrong = (FileInspection.Unusable) desk.inspect(file, new FormatChoice(TextEncoding.UTF_8, null));
        assertThat(wrong.problem().message()).isEqualTo("FAILED: Invalid Encoding");
        assertThat(wrong.problem().explanation()).isEqualTo("Line 2, byte 12 is not UTF-8.");
        FileInspection.Reading reading = Objects.requireNonNull(wrong.reading());
        assertThat(reading.isUndecodable()).isTrue();
        assertThat(reading.detected().delimiter()).isEqualTo(Delimiter.SEMICOLON);

        desk.inspect(file, FormatChoice.of(seen.format()));
        imports.run(desk.start(file, ImportKit.AS_ADVOCATES));
        assertThat(imports.member("ivan@example.com", "name")).isEqualTo(misread);
    }

    @Test
    void anImportKeepsHowItsFileIsReadWhateverIsChosenLater() {
        ImportFileId file = imports.store(GERMAN.getBytes(TextEncoding.WINDOWS_1252.charset()));
        desk.inspect(file);
        ImportId id = desk.start(file, ImportKit.AS_ADVOCATES);

        desk.inspect(file, new FormatChoice(TextEncoding.ISO_8859_2, null));

        assertIsImported(imports.run(id));
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void isTakenUpInTheMiddleInEveryEncoding(TextEncoding encoding) {
        String letter = encoding.isOlder() ? sample(encoding) : "é😀中";
        var text = new StringBuilder("Name\tEmail\tTitle\r\n");
        for (int i = 0; i < 10; i++) {
            text.append("\"%s\r\n%d\"\tp%d@example.com\t%s\r\n".formatted(letter, i, i, letter.repeat(i + 1)));
        }
        ImportFileId file = imports.store(
                marked(mark(encoding), text.toString(), encoding.charset().name()));
        desk.inspect(file, new FormatChoice(encoding, Delimiter.TAB));
        ImportId id = desk.start(file, ImportKit.AS_ADVOCATES);
        RunImport inThrees = imports.inChunksOf(3);

        var edges = new AtomicInteger();
        inThrees.run(id, () -> edges.getAndIncrement() == 2);
        assertThat(desk.find(id).orElseThrow().processed()).isEqualTo(6);
        ImportSnapshot done = imports.run(id, inThrees);

        assertThat(done.created()).isEqualTo(10);
        assertThat(imports.messages(done)).isEmpty();
        assertThat(imports.rows(done))
                .extracting(ImportedRow::line)
                .containsExactly(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L);
        assertThat(done.bytesRead()).isEqualTo(done.bytes());
        for (int i = 0; i < 10; i++) {
            assertThat(imports.member("p%d@example.com".formatted(i), "title")).isEqualTo(letter.repeat(i + 1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jürgen Weiß, Björn Schröder, Käthe Böhm             | WINDOWS_1252 | WINDOWS_1252
            François Lefèvre, Zoé Géraud, Hélène Côté           | ISO_8859_15  | WINDOWS_1252
            Łukasz Wójcik, Małgorzata Żak, Paweł Dąbrowski, Grażyna Błaszczyk, Stanisław Król, Spółka Budowlana, Zakłady Łódź, Kraków Usługi, Polska Żegluga, Kierownik działu, Księgowa, Sprzedaż, Właściciel | WINDOWS_1250 | WINDOWS_1250
            Łukasz Wójcik, Małgorzata Żak, Paweł Dąbrowski, Grażyna Błaszczyk, Stanisław Król, Spółka Budowlana, Zakłady Łódź, Kraków Usługi, Polska Żegluga, Kierownik działu, Księgowa, Sprzedaż, Właściciel | ISO_8859_2   | ISO_8859_2
            Иван Петров, Анна Смирнова, Ольга Иванова           | WINDOWS_1251 | WINDOWS_1251
            Иван Петров, Анна Смирнова, Ольга Иванова           | ISO_8859_5   | ISO_8859_5
            Γιώργος Παπαδόπουλος, Μαρία Νικολάου, Ελένη Ιωάννου | WINDOWS_1253 | ISO_8859_7
            """)
    void olderEncodingsAreToldApart(String names, TextEncoding written, TextEncoding detected) {
        var text = new StringBuilder("Name,Email\n");
        for (String name : names.split(", ", -1)) {
            text.append("%s,%d@example.com\n".formatted(name, text.length()));
        }
        byte[] content = text.toString().getBytes(written.charset());

        FileFormat format = MemoryFiles.formatOf(content);

        assertThat(format.encoding()).isEqualTo(detected);
        assertThat(new String(content, format.encoding().charset())).isEqualTo(text.toString());
    }

    private void assertIsImported(ImportSnapshot done) {
        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.created()).isEqualTo(3);
        assertThat(imports.messages(done)).isEmpty();
        assertThat(done.bytesRead()).isEqualTo(done.bytes());
        assertThat(imports.member("j.weiss@example.com", "title")).isEqualTo("Geschäftsführer");
        assertThat(imports.member("gross@example.com", "name")).isEqualTo("Groß; Söhne");
        assertThat(imports.member("gross@example.com", "title")).isEqualTo("Leiter \"Einkauf\"");
        assertThat(imports.member("zoe@example.com", "company")).isEqualTo("Café Rösti – 12 €");
        assertThat(imports.values("j.weiss@example.com")).isEqualTo(List.of("Product=[Atlas, Beacon]"));
    }

    /** Returns a letter that stands for another one in most other encodings. */
    private static String sample(TextEncoding encoding) {
        return new String(new byte[] {(byte) 0xE9, (byte) 0xF1}, encoding.charset());
    }

    private static String mark(TextEncoding encoding) {
        return switch (encoding) {
            case UTF_16LE -> "fffe";
            case UTF_16BE -> "feff";
            case UTF_32LE -> "fffe0000";
            case UTF_32BE -> "0000feff";
            default -> "";
        };
    }

    private static byte[] marked(String mark, String text, String charset) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(mark));
        bytes.writeBytes(text.getBytes(Charset.forName(charset)));
        return bytes.toByteArray();
    }
}
