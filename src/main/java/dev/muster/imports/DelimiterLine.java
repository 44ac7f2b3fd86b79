package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A first line such as {@code sep=;}, by which a file tells spreadsheets its delimiter. */
final class DelimiterLine {

    private static final String NAME = "sep=";
    private static final Pattern LINE = Pattern.compile("\\A\\s*\"?sep=([,;\\t|])", Pattern.CASE_INSENSITIVE);

    private DelimiterLine() {}

    /** Returns the delimiter that {@code text} names in its first line. */
    static Optional<Delimiter> find(String text) {
        Matcher line = LINE.matcher(text);
        return line.find() ? Delimiter.of(line.group(1).charAt(0)) : Optional.empty();
    }

    /** Tells whether {@code cells} are such a line, whatever it was split by. */
    static boolean is(List<String> cells) {
        String first = WhiteSpace.clean(cells.getFirst());
        boolean isAlone = cells.stream().skip(1).allMatch(WhiteSpace::isBlank);
        return isAlone
                && first.regionMatches(true, 0, NAME, 0, NAME.length())
                && (first.length() == NAME.length()
                        || (first.length() == NAME.length() + 1
                                && Delimiter.of(first.charAt(NAME.length())).isPresent()));
    }
}
