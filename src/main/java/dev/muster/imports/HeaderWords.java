package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What other programs, in other languages, call our columns. Thread-safe. */
final class HeaderWords {

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The codes of the targets, as {@link StoredColumn} writes them, by what columns for them are called. */
    private static final Map<String, String> CODES = read();

    private HeaderWords() {}

    /** Returns what a column called {@code header} is most likely for, or empty where the name says nothing. */
    static Optional<ColumnTarget> meaning(String header) {
        return Optional.ofNullable(CODES.get(key(header)))
                .map(code ->
                        new StoredColumn(header, code, null, null).toChosen().target());
    }

    /** Returns {@code header} in small letters, its words apart by one space, without accents and punctuation. */
    static String key(String header) {
        String apart = CAMEL.matcher(WhiteSpace.clean(header)).replaceAll(" ");
        String plain =
                MARKS.matcher(Normalizer.normalize(apart, Normalizer.Form.NFKD)).replaceAll("");
        return NO_WORD.matcher(plain.replace("ß", "ss")).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> read() {
        var properties = new Properties();
        try (InputStream file =
                Objects.requireNonNull(HeaderWords.class.getResourceAsStream("/imports/column-synonyms.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var codes = new HashMap<String, String>();
        properties.forEach((code, names) -> {
            for (String name : names.toString().split(",", -1)) {
                String before = codes.put(name.strip(), code.toString());
                if (before != null) {
                    throw new IllegalStateException("Two columns are called %s.".formatted(name.strip()));
                }
            }
        });
        return Map.copyOf(codes);
    }
}
