package dev.muster.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with merge fields, such as {@code {{first_name}}}. Filled in once: a value is never looked into again, so that
 * nothing a person is called can stand for something else.
 */
public record MergeText(String text) {

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

    /** Whatever somebody may have meant as a merge field, closed or not. */
    private static final Pattern MEANT = Pattern.compile("\\{\\{([^{}\\n]*)(}})?");

    private static final int NEAR = 3;

    /**
     * A word of the text that looks like a merge field and is none.
     *
     * @param start where it begins in the text
     * @param end where it ends
     * @param near the merge field that is spelt most alike, or empty
     */
    public record Fault(String word, int start, int end, Optional<String> near) {}

    /** Returns the merge field called {@code name} as it stands in a text. */
    public static String field(String name) {
        return "{{" + name + "}}";
    }

    /** Returns the text with its merge fields filled in; an unknown one stays as it is. */
    public String fill(Map<String, String> values) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** Returns the words that look like merge fields and are none of {@code known}, in their order. */
    public List<Fault> faults(Collection<String> known) {
        List<Fault> faults = new ArrayList<>();
        Matcher meant = MEANT.matcher(text);
        while (meant.find()) {
            String name = meant.group(1).strip();
            boolean isClosed = meant.group(2) != null;
            if (!isClosed || !known.contains(name)) {
                String word = meant.group().stripTrailing();
                faults.add(new Fault(word, meant.start(), meant.start() + word.length(), nearest(name, known)));
            }
        }
        return faults;
    }

    /** Tells whether the merge field called {@code name} is in the text. */
    public boolean holds(String name) {
        return FIELD.matcher(text).results().anyMatch(found -> found.group(1).equals(name));
    }

    /** Returns the name of the merge field that is all of the text, if one is. */
    public Optional<String> only() {
        Matcher found = FIELD.matcher(text.strip());
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Returns the first word of a person's {@code name}. */
    public static String firstName(String name) {
        return WhiteSpace.clean(name).split("\\s+", 2)[0];
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        String best = null;
        int least = NEAR + 1;
        for (String candidate : known) {
            int steps = steps(name, candidate);
            if (steps < least && steps < candidate.length()) {
                least = steps;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters have to be put in, left out or changed to make one of the other. */
    private static int steps(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
