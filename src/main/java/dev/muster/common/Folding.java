package dev.muster.common;

import java.text.Normalizer;
import java.util.Locale;

/** Writes texts so that those which people take for the same become the same: {@code Sørensen} is {@code sorensen}. */
public final class Folding {

    private Folding() {}

    /** Returns {@code text} in small letters without accents; other signs stay. */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Ascii.isAll(lower) ? lower : plain(Normalizer.normalize(lower, Normalizer.Form.NFKD));
    }

    private static String plain(String decomposed) {
        var folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case 'ø' -> folded.append('o');
                case 'ł' -> folded.append('l');
                case 'đ' -> folded.append('d');
                case 'ı' -> folded.append('i');
                case 'ß' -> folded.append("ss");
                case 'æ' -> folded.append("ae");
                case 'œ' -> folded.append("oe");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }
}
