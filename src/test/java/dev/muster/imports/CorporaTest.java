package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.EmailAddress;
import dev.muster.common.SpreadsheetCell;
import dev.muster.common.WhiteSpace;
import dev.muster.security.Role;
import dev.muster.testing.Corpora;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Element;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Files that others collected, against what their collectors say about them. */
@ServiceTest
class CorporaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper ONE_OR_MANY = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    @Autowired
    Users users;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void readsTheCsvSpectrum() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(Corpora.path("csv-spectrum/csvs"))) {
            files = list.sorted().toList();
        }
        assertThat(files).hasSize(12);
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".csv", ".json");
            List<Map<String, String>> expected =
                    ONE_OR_MANY.readValue(Corpora.bytes("csv-spectrum/json/" + name), new TypeReference<>() {});
            List<Map<String, String>> read = objects(MemoryFiles.read(Files.readAllBytes(file)));
            if (name.equals("newlines_crlf.json")) {
                // Its CSV was saved with plain line feeds.
                expected.forEach(one -> one.replaceAll((_, cell) -> cell.replace("\r\n", "\n")));
            }
            if (name.equals("location_coordinates.json")) {
                // Its two files differ in the number itself.
                List.of(expected, read).forEach(one -> one.getFirst().remove("Contact Phone Number"));
            }
            assertThat(read).as(name).isEqualTo(expected);
        }
    }

    @Test
    void readsTheSameWhateverTheMark() throws IOException {
        for (String name :
                List.of("utf8_bom", "utf8_nobom", "utf16le_bom", "utf16be_bom", "utf32le_bom", "utf32be_bom")) {
            assertThat(MemoryFiles.read(Corpora.bytes("fastcsv-bom/" + name + ".csv")))
                    .as(name)
                    .extracting(CsvRow::cells)
                    .containsExactly(List.of("foo", "üÜß"), List.of("123", "456"));
        }
    }

    /** What is no UTF-8 is refused as UTF-8, and never read with a replacement character in it. */
    @Test
    void refusesEveryLineThatIsNoUtf8() throws IOException {
        int refused = 0;
        int detectedAsOlder = 0;
        for (byte[] line : lines(Corpora.bytes("kuhn-utf8/UTF-8-test.txt"))) {
            byte[] content = joined("Email\n".getBytes(StandardCharsets.UTF_8), line);
            boolean isUtf8 = isUtf8(line);
            FileFault asUtf8 = fault(content, FileFormat.STANDARD);
            assertThat(asUtf8 == FileFault.INVALID_ENCODING)
                    .as(new String(line, StandardCharsets.UTF_8))
                    .isEqualTo(!isUtf8);
            refused += isUtf8 ? 0 : 1;
            detectedAsOlder +=
                    !isUtf8 && MemoryFiles.formatOf(content).encoding().isOlder() ? 1 : 0;
        }
        assertThat(refused).isEqualTo(68);
        // A byte such as 0xE9 alone is a letter of an older encoding as much as it is a broken character.
        assertThat(detectedAsOlder).isEqualTo(20);
    }

    /** White space around a cell is no part of it; all else that is an error there is one here. */
    @Test
    void takesTheAddressesThatMailCanReach() throws Exception {
        var wronglyTaken = new ArrayList<String>();
        var wronglyRefused = new ArrayList<String>();
        var taken = new TreeMap<String, Integer>();
        for (String name : List.of("tests.xml", "tests-original.xml")) {
            for (Element test : tests(name)) {
                String address = address(test);
                if (EmailAddress.parse(address).isPresent()) {
                    taken.merge(text(test, "category"), 1, Integer::sum);
                    if (text(test, "category").equals("ISEMAIL_ERR") && address.equals(WhiteSpace.clean(address))) {
                        wronglyTaken.add(address);
                    }
                } else if (text(test, "category").equals("ISEMAIL_VALID_CATEGORY")) {
                    wronglyRefused.add(address);
                }
            }
        }
        assertThat(wronglyTaken).isEmpty();
        assertThat(wronglyRefused)
                .as("a domain without a dot is valid, but no mail of ours gets there")
                .containsExactly("test@io");
        assertThat(taken)
                .isEqualTo(Map.of(
                        "ISEMAIL_VALID_CATEGORY", 42,
                        "ISEMAIL_DNSWARN", 17,
                        "ISEMAIL_CFWS", 6,
                        "ISEMAIL_DEPREC", 2,
                        "ISEMAIL_ERR", 17));
    }

    @Test
    void keepsNaughtyStringsAsTheyAre() throws IOException {
        List<String> all = JSON.readValue(Corpora.bytes("blns/blns.json"), new TypeReference<>() {});
        List<String> strings = all.stream()
                .filter(one ->
                        !WhiteSpace.isBlank(one) && one.indexOf('\0') < 0 && one.codePointCount(0, one.length()) <= 255)
                .toList();
        var text = new StringBuilder("Name,Email,Title,Position\n");
        for (int i = 0; i < strings.size(); i++) {
            String cell = quoted(strings.get(i));
            text.append("%s,n%d@example.com,%s,%s\n".formatted(cell, i, cell, cell));
        }
        ImportSnapshot done = imports.run(text.toString());

        assertThat(done.created()).isEqualTo(strings.size());
        List<CsvRow> exported = MemoryFiles.read(imports.resultFile(done).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < strings.size(); i++) {
            String address = "n%d@example.com".formatted(i);
            assertThat(imports.member(address, "name")).isEqualTo(WhiteSpace.clean(strings.get(i)));
            assertThat(imports.member(address, "title")).isEqualTo(WhiteSpace.clean(strings.get(i)));
            assertThat(SpreadsheetCell.restored(exported.get(i + 1).cell(3))).isEqualTo(strings.get(i));
        }
    }

    @Test
    void runsNoFormulaInAnyFileItWrites() throws IOException {
        List<String> payloads = new String(Corpora.bytes("formula-injection/payloads.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        var text = new StringBuilder("Name,Email,Title\n");
        for (int i = 0; i < payloads.size(); i++) {
            String cell = quoted(payloads.get(i));
            text.append("%1$s,f%2$d@example.com,%1$s\n%1$s,%1$s,%1$s\n".formatted(cell, i));
        }
        ImportSnapshot done = imports.run(text.toString());

        assertThat(done.created()).isEqualTo(payloads.size());
        assertThat(done.rejected()).isEqualTo(payloads.size());
        for (String file : List.of(imports.resultFile(done), imports.errorFile(done))) {
            assertThat(MemoryFiles.read(file.getBytes(StandardCharsets.UTF_8)))
                    .hasSizeGreaterThan(payloads.size())
                    .allSatisfy(row -> assertThat(row.cells())
                            .noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0));
        }
    }

    private static List<Map<String, String>> objects(List<CsvRow> rows) {
        List<String> names = rows.getFirst().cells();
        var objects = new ArrayList<Map<String, String>>();
        for (CsvRow row : rows.subList(1, rows.size())) {
            var object = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.size(); i++) {
                object.put(names.get(i), row.cell(i));
            }
            objects.add(object);
        }
        return objects;
    }

    private static FileFault fault(byte[] content, FileFormat format) {
        try {
            MemoryFiles.read(content, format);
            return FileFault.EMPTY;
        } catch (UnusableFileException e) {
            return e.fault();
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static List<byte[]> lines(byte[] content) {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                lines.add(Arrays.copyOfRange(content, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    private static List<Element> tests(String name) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Corpora.path("isemail/" + name).toFile());
        var nodes = document.getElementsByTagName("test");
        var tests = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            tests.add((Element) nodes.item(i));
        }
        return tests;
    }

    /** Symbols for control characters stand for those. */
    private static String address(Element test) {
        return text(test, "address")
                .codePoints()
                .map(c -> c >= 0x2400 && c <= 0x2421 ? c - 0x2400 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String text(Element test, String name) {
        var found = test.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
