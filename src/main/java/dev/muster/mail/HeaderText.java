package dev.muster.mail;

import java.util.regex.Pattern;

/** Texts for the head of a mail, where a line break would start another header. */
final class HeaderText {

    private static final int MAX_CODE_POINTS = 255;

    /** Control characters, the Unicode line ends, and the marks that turn the direction of the text around them. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private HeaderText() {}

    /** Returns {@code text} on one line, with one space for what may not stand there, of at most 255 code points. */
    static String clean(String text) {
        String line = UNSAFE.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MAX_CODE_POINTS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_CODE_POINTS));
    }
}
