package dev.muster.common;

import java.util.Locale;

/** What stands behind {@code LIKE}, with {@code ESCAPE '!'}, made of what a person typed: its wildcards mean themselves. */
public final class LikePattern {

    private LikePattern() {}

    /** Returns the pattern of texts, in lower case, that hold {@code search} whatever its case; {@code %%} for a blank one. */
    public static String containing(String search) {
        return '%' + escaped(WhiteSpace.clean(search).toLowerCase(Locale.ROOT)) + '%';
    }

    /** Returns {@code text} without wildcards. */
    public static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
