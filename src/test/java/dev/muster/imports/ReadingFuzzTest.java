package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Damages files at random, the same way on every run, and reads them: what is wrong with a file is said, and nothing else
 * comes of it. The property {@code muster.fuzz.rounds} makes it longer.
 */
class ReadingFuzzTest {

    private static final int ROUNDS = Integer.getInteger("muster.fuzz.rounds", 6000);

    private static final Set<FileFault> OF_READING = Set.of(
            FileFault.EMPTY,
            FileFault.INVALID_ENCODING,
            FileFault.NUL,
            FileFault.INVALID_HEADER,
            FileFault.NO_EMAIL_COLUMN,
            FileFault.SAME_COLUMN_TWICE,
            FileFault.UNCLOSED_QUOTE,
            FileFault.CELL_TOO_LONG,
            FileFault.TOO_MANY_CELLS,
            FileFault.EXCEL,
            FileFault.ZIP,
            FileFault.GZIP,
            FileFault.PDF,
            FileFault.IMAGE,
            FileFault.PROGRAM,
            FileFault.WEB_PAGE);

    private static final String GOOD = """
            Name,Email,Title,Position
            "José ""Pepe"" Núñez",jose@example.com,"Jefe, ventas","A, B"
            Zoë,zoe@bücher.example,,
            "Jürgen
            Weiß",j.weiss@example.com,Geschäftsführer,Leiter
            """;

    private static final byte[][] PIECES = {
        {'"'},
        {','},
        {';'},
        {'\t'},
        {'\r'},
        {'\n'},
        {0},
        {(byte) 0xC3},
        {(byte) 0xA9},
        {(byte) 0xED, (byte) 0xA0},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        "sep=;\n".getBytes(StandardCharsets.UTF_8),
        "\"\"\"".getBytes(StandardCharsets.UTF_8),
        "PK\3\4".getBytes(StandardCharsets.UTF_8),
        {0x1A},
        {'=', '1'},
        "Email".getBytes(StandardCharsets.UTF_8),
        {(byte) 0xF0, (byte) 0x9F, (byte) 0x98, (byte) 0x80}
    };

    @Test
    void nothingButDeclaredFaultsComesOfDamagedFiles() {
        var random = new Random(20261122);
        List<byte[]> seeds = seeds();
        int sound = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] content = damaged(seeds.get(random.nextInt(seeds.size())), random);
            sound += isSound(content) ? 1 : 0;
        }
        assertThat(sound).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    /** Reads and checks all rows; tells whether the file as a whole is sound. */
    private static boolean isSound(byte[] content) {
        try {
            List<CsvRow> rows = MemoryFiles.read(content);
            if (rows.isEmpty()) {
                return false;
            }
            var position = new FieldDefinition(new FieldId(1), "Position", FieldType.TEXT, List.of(), false, false);
            List<String> header = rows.getFirst().cells();
            ColumnMapping mapping = new Header(List.of(position)).map(header);
            var repairs = new RowRepairs(header, mapping, EnumSet.allOf(Repair.class), true);
            var rules = new RowRules(mapping, RowOptions.STANDARD, repairs);
            rows.stream().skip(1).forEach(row -> assertThat(rules.check(row)).isNotNull());
            return true;
        } catch (UnusableFileException e) {
            assertThat(OF_READING).contains(e.fault());
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("Reading failed over " + Arrays.toString(content), e);
        }
    }

    private static List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-32BE", "windows-1252", "ISO-8859-15")) {
            for (char delimiter : ",;\t|".toCharArray()) {
                seeds.add(GOOD.replace(',', delimiter).getBytes(Charset.forName(charset)));
            }
        }
        return seeds;
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] content = seed;
        for (int times = random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(content.length + 1);
            content = switch (random.nextInt(4)) {
                case 0 -> joined(content, at, PIECES[random.nextInt(PIECES.length)], at);
                case 1 -> joined(content, at, new byte[0], Math.min(content.length, at + random.nextInt(9)));
                case 2 ->
                    joined(content, at, new byte[] {(byte) random.nextInt(256)}, Math.min(content.length, at + 1));
                default -> joined(content, at, content, random.nextInt(content.length + 1));
            };
        }
        return content;
    }

    /** Returns {@code content} up to {@code end}, {@code piece}, and {@code content} from {@code start} on. */
    private static byte[] joined(byte[] content, int end, byte[] piece, int start) {
        byte[] joined = Arrays.copyOf(content, end + piece.length + content.length - start);
        System.arraycopy(piece, 0, joined, end, piece.length);
        System.arraycopy(content, start, joined, end + piece.length, content.length - start);
        return joined;
    }
}
