package dev.muster.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names that somebody wrote in capitals only. */
final class CapitalName {

    private static final int FEWEST_LETTERS = 3;
    private static final Set<String> PARTICLES =
            Set.of("de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "zu", "y");

    private CapitalName() {}

    /** Returns {@code name} as people write it, or empty where it has a small letter or hardly any letter. */
    static Optional<String> repaired(String name) {
        if (!isInCapitals(name)) {
            return Optional.empty();
        }
        String[] words = name.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            String small = words[i].toLowerCase(Locale.ROOT);
            words[i] = i > 0 && PARTICLES.contains(small) ? small : capitalized(small);
        }
        return Optional.of(String.join(" ", words));
    }

    private static boolean isInCapitals(String name) {
        int capitals = 0;
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            int letter = name.codePointAt(i);
            if (Character.isLowerCase(letter)) {
                return false;
            }
            if (Character.isUpperCase(letter)) {
                capitals++;
            }
        }
        return capitals >= FEWEST_LETTERS;
    }

    /** Begins each part of a word with a capital: {@code O'Neil}, {@code Jean-Luc}. */
    private static String capitalized(String word) {
        var result = new StringBuilder();
        boolean atStart = true;
        for (int letter : word.codePoints().toArray()) {
            result.appendCodePoint(atStart ? Character.toTitleCase(letter) : letter);
            atStart = !Character.isLetter(letter);
        }
        return result.toString();
    }
}
