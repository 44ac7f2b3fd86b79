package dev.muster.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what separates the cells of a file: what splits its first rows alike, and its header at all. */
final class DelimiterGuess {

    private static final int ROWS = 100;

    private DelimiterGuess() {}

    /**
     * How the first rows fall apart.
     *
     * @param alike how many rows have as many cells as the header
     */
    private record Split(Delimiter delimiter, int columns, int alike) {}

    /** Returns the delimiter of a file that begins with {@code text}; a comma where nothing separates anything. */
    static Delimiter of(String text) {
        Optional<Delimiter> named = DelimiterLine.find(text);
        return named.orElseGet(() -> Stream.of(Delimiter.values())
                .map(delimiter -> split(text, delimiter))
                .filter(split -> split.columns() > 1)
                .max(Comparator.comparingInt(Split::alike).thenComparingInt(Split::columns))
                .map(Split::delimiter)
                .orElse(Delimiter.COMMA));
    }

    private static Split split(String text, Delimiter delimiter) {
        int columns = 0;
        int alike = 0;
        var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (CsvSource source = CsvSource.open(content, new FileFormat(TextEncoding.UTF_8, delimiter))) {
            CsvRow row = source.next();
            columns = row == null ? 0 : row.cells().size();
            for (int rows = 0; row != null && rows < ROWS; rows++) {
                alike += row.cells().size() == columns && row.malformedCell() < 0 ? 1 : 0;
                row = source.next();
            }
        } catch (UnusableFileException _) {
            // The text ends in the middle of a cell, or is no text; the rows before that count.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Split(delimiter, columns, alike);
    }
}
