package dev.muster.common.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The picture of someone by their initials. For a cell rendered in the browser:
 * {@code <span class="avatar avatar-${item.color}" aria-hidden="true">${item.initials}</span>}.
 *
 * @param text one or two letters; empty for a name without letters
 * @param color 0 to 6, always the same for the same name
 */
public record Initials(String text, int color) {

    private static final int COLORS = 7;

    /** Returns the initials of {@code name}: those of its first and its last word. */
    public static Initials of(String name) {
        var words = Stream.of(name.strip().split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0)))
                .toList();
        String letters = Stream.of(
                        words.stream().findFirst(), words.stream().skip(1).reduce((first, last) -> last))
                .flatMap(word -> word.stream())
                .map(word -> Character.toString(word.codePointAt(0)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
        return new Initials(letters, Math.floorMod(name.hashCode(), COLORS));
    }

    /** Returns the style classes of the picture. */
    public String styleClass() {
        return "avatar avatar-" + color;
    }
}
