package dev.muster.common;

import java.text.Normalizer;
import java.util.Locale;

/**
 * White space as people see it: Unicode's own, no-break spaces, and the zero-width characters that spreadsheets leave
 * behind. Stateless and thread-safe.
 */
public final class WhiteSpace {

    private static final char FIRST_COMBINING = '\u0300';

    private WhiteSpace() {}

    /** Tells whether {@code codePoint} shows nothing: Unicode white space, a no-break or a zero-width space, a BOM. */
    public static boolean isBlank(int codePoint) {
        if (codePoint <= 0x7F) {
            return codePoint == ' '
                    || (codePoint >= 0x09 && codePoint <= 0x0D)
                    || (codePoint >= 0x1C && codePoint <= 0x1F);
        }
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == 0x85
                || (codePoint >= 0x200B && codePoint <= 0x200D)
                || codePoint == 0x2060
                || codePoint == 0xFEFF;
    }

    /** Tells whether {@code text} is empty or holds only white space. */
    public static boolean isBlank(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            // All white space lies in the basic plane, so a char is a code point here.
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns {@code text} without white space at either end; the same instance when there is none. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Returns {@code text} trimmed, in Unicode NFC. Two spellings of the same letters become one, so that values compare
     * by exact text.
     */
    public static String clean(String text) {
        String trimmed = trim(text);
        return isComposed(trimmed) ? trimmed : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    /** Tells whether there is nothing to compose: the first combining mark is U+0300. Most cells end here. */
    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the key by which names of columns, fields and groups are told apart: cleaned, inner runs of white space
     * folded into one space, without regard to case.
     */
    public static String nameKey(String name) {
        var key = new StringBuilder();
        boolean gap = false;
        for (int codePoint : clean(name).codePoints().toArray()) {
            if (isZeroWidth(codePoint)) {
                continue;
            }
            if (isBlank(codePoint)) {
                gap = true;
                continue;
            }
            if (gap) {
                key.append(' ');
                gap = false;
            }
            key.appendCodePoint(codePoint);
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isZeroWidth(int codePoint) {
        return (codePoint >= 0x200B && codePoint <= 0x200D) || codePoint == 0x2060 || codePoint == 0xFEFF;
    }
}
