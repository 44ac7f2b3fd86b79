package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts what was measured, as Markdown, between two marks of a document. */
final class BenchTable {

    private static final String BEGIN = "<!-- bench -->";
    private static final String END = "<!-- /bench -->";

    private BenchTable() {}

    /** Writes {@code markdown} in place of what stands between the marks. */
    static void write(Path document, String markdown) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("%s has no %s … %s.".formatted(document, BEGIN, END));
        }
        Files.writeString(
                document, text.substring(0, begin + BEGIN.length()) + "\n\n" + markdown + '\n' + text.substring(end));
    }
}
