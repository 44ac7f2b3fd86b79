package dev.muster.common;

/**
 * Keeps what people typed from running as a formula in whoever's spreadsheet opens our files: an apostrophe goes in
 * front, and comes off again when one of our own files is read.
 */
public final class SpreadsheetCell {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20";

    private SpreadsheetCell() {}

    /** Returns {@code text} as it can stand in a file for spreadsheets. */
    public static String neutralised(String text) {
        return isRisky(text) ? '\'' + text : text;
    }

    /** Returns what {@link #neutralised} made {@code cell} from. */
    public static String restored(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && isRisky(cell) ? cell.substring(1) : cell;
    }

    /** Apostrophes in front are looked past, so that a text that has one of its own comes back with it. */
    private static boolean isRisky(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && STARTS_A_FORMULA.indexOf(text.charAt(i)) >= 0;
    }
}
