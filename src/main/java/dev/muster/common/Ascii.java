package dev.muster.common;

/** Text that has no letter beyond ASCII, as most text has none: a quick answer before a slow one. */
public final class Ascii {

    private static final char FIRST_BEYOND = 0x80;

    private Ascii() {}

    /** Tells whether every character of {@code text} is one of ASCII's; an empty text has no other. */
    public static boolean isAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND) {
                return false;
            }
        }
        return true;
    }
}
