package dev.muster.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a database finds a piece of text in columns, whatever the case and the accents. */
public enum TextSearch {
    /** The collation of the columns takes such texts for the same. Where it does not, the column has to be in small letters. */
    BY_COLLATION {
        @Override
        public String condition(String parameter, String... columns) {
            return Stream.of(columns)
                    .map(column -> "%s LIKE :%s ESCAPE '!'".formatted(column, parameter))
                    .collect(Collectors.joining(" OR ", "(", ")"));
        }

        @Override
        public String pattern(String text) {
            return '%' + LikePattern.escaped(text.toLowerCase(Locale.ROOT)) + '%';
        }
    },

    /** Both sides are written as {@link Folding} does, as far as Latin letters go. */
    BY_FOLDING {
        @Override
        public String condition(String parameter, String... columns) {
            return FOLDED.formatted(String.join(", ", columns)) + " LIKE :" + parameter + " ESCAPE '!'";
        }

        @Override
        public String pattern(String text) {
            return '%' + LikePattern.escaped(Folding.fold(text)) + '%';
        }
    };

    /** The columns come below each other, so that nothing is found across their bounds. */
    private static final String FOLDED = folded();

    /** Returns the condition that the text of {@code parameter} stands in one of {@code columns}. */
    public abstract String condition(String parameter, String... columns);

    /** Returns what the parameter has to be for {@code text}. */
    public abstract String pattern(String text);

    private static String folded() {
        int[] letters = IntStream.concat(
                        IntStream.rangeClosed('\u00df', '\u024f'), IntStream.rangeClosed('\u1e00', '\u1eff'))
                .filter(letter -> Character.isLowerCase(letter) && plain(letter).length() == 1 && !isPlain(letter))
                .toArray();
        String from = Arrays.stream(letters).mapToObj(Character::toString).collect(Collectors.joining());
        String to = Arrays.stream(letters).mapToObj(TextSearch::plain).collect(Collectors.joining());
        // Whatever has nothing to become goes away.
        String marks = IntStream.rangeClosed('\u0300', '\u036f')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String sql = "TRANSLATE(LOWER(CONCAT_WS(CHAR(10), %s)), '" + from + marks + "', '" + to + "')";
        for (String letter : new String[] {"ß", "æ", "œ"}) {
            sql = "REPLACE(" + sql + ", '" + letter + "', '" + Folding.fold(letter) + "')";
        }
        return sql;
    }

    private static String plain(int letter) {
        return Folding.fold(Character.toString(letter));
    }

    private static boolean isPlain(int letter) {
        return plain(letter).equals(Character.toString(letter));
    }
}
