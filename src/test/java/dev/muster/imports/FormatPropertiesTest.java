package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Whatever table is written in whatever format: read back, it is what was written. */
class FormatPropertiesTest {

    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

    /** A table and all that decides on its bytes. */
    record Written(
            FileFormat format, boolean marked, boolean quotedAlways, List<Integer> lineEnds, List<List<String>> rows) {

        byte[] bytes() {
            var out = new ByteArrayOutputStream();
            if (marked) {
                out.writeBytes(mark(format.encoding()));
            }
            var text = new StringBuilder();
            for (int i = 0; i < rows.size(); i++) {
                text.append(rows.get(i).stream()
                        .map(this::cell)
                        .collect(Collectors.joining(
                                String.valueOf(format.delimiter().character()))));
                text.append(lineEnd(i));
            }
            out.writeBytes(text.toString().getBytes(format.encoding().charset()));
            return out.toByteArray();
        }

        String lineEnd(int row) {
            return LINE_ENDS.get(lineEnds.get(row % lineEnds.size()));
        }

        private String cell(String value) {
            boolean needsQuotes = value.chars()
                    .anyMatch(c -> c == '"'
                            || c == '\r'
                            || c == '\n'
                            || c == format.delimiter().character());
            return quotedAlways || needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
        }

        /** Returns the lines on which the rows start. */
        List<Long> lines() {
            var lines = new ArrayList<Long>();
            String before = "";
            for (int i = 0; i < rows.size(); i++) {
                lines.add((before + '.').lines().count());
                // The quote keeps a carriage return in the last cell from becoming one line end with what follows it.
                before += String.join("|", rows.get(i)) + '"' + lineEnd(i);
            }
            return lines;
        }

        private static byte[] mark(TextEncoding encoding) {
            return HexFormat.of()
                    .parseHex(
                            switch (encoding) {
                                case UTF_8 -> "efbbbf";
                                case UTF_16LE -> "fffe";
                                case UTF_16BE -> "feff";
                                case UTF_32LE -> "fffe0000";
                                case UTF_32BE -> "0000feff";
                                default -> "";
                            });
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void readBackEqualsWritten(@ForAll("tables") Written written) {
        List<CsvRow> rows = MemoryFiles.read(written.bytes(), written.format());

        assertThat(rows).extracting(CsvRow::cells).isEqualTo(written.rows());
        assertThat(rows).extracting(CsvRow::line).isEqualTo(written.lines());
        assertThat(rows).allMatch(row -> row.malformedCell() < 0);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void aMarkOrUtf8IsAlwaysDetected(@ForAll("tables") Written written) {
        TextEncoding encoding = written.format().encoding();
        if (encoding == TextEncoding.UTF_8 || (written.marked() && !encoding.isOlder())) {
            assertThat(MemoryFiles.formatOf(written.bytes()).encoding()).isEqualTo(encoding);
        }
    }

    @Provide
    Arbitrary<Written> tables() {
        return Arbitraries.of(TextEncoding.class)
                .flatMap(encoding -> Combinators.combine(
                                Arbitraries.of(Delimiter.class),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                Arbitraries.integers()
                                        .between(0, 2)
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(4),
                                rows(encoding))
                        .as((delimiter, marked, quoted, ends, rows) ->
                                new Written(new FileFormat(encoding, delimiter), marked, quoted, ends, rows)));
    }

    /** No row is blank, and none is a line that names a delimiter: each starts with a letter. */
    private static Arbitrary<List<List<String>>> rows(TextEncoding encoding) {
        Arbitrary<String> cells = cells(encoding);
        return Combinators.combine(cells, cells.list().ofMaxSize(4))
                .as((first, others) -> {
                    var row = new ArrayList<String>();
                    row.add("x" + first);
                    row.addAll(others);
                    return (List<String>) row;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<String> cells(TextEncoding encoding) {
        Arbitrary<String> awkward =
                Arbitraries.of("\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "=1+1", "'", "a\"b", "#");
        return Arbitraries.frequencyOf(Tuple.of(3, characters(encoding)), Tuple.of(2, awkward))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> characters(TextEncoding encoding) {
        return encoding.isOlder()
                ? Arbitraries.of(characters(encoding.charset()))
                : Arbitraries.integers()
                        .between(1, Character.MAX_CODE_POINT)
                        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                        .map(Character::toString);
    }

    /** Returns every character but NUL that one byte stands for. */
    private static List<String> characters(Charset charset) {
        var characters = new ArrayList<String>();
        for (int b = 1; b < 256; b++) {
            try {
                characters.add(charset.newDecoder()
                        .decode(ByteBuffer.wrap(new byte[] {(byte) b}))
                        .toString());
            } catch (CharacterCodingException _) {
                // This byte is no character.
            }
        }
        return characters;
    }
}
