package dev.muster.common;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An e-mail address that mail can reach: the identity of a member and of an account.
 *
 * @param shown the address as it is shown, trimmed and in NFC
 * @param key the address as it is compared: lower case by the root locale, the domain in its ASCII (IDNA) form. Two
 *     addresses are the same person exactly when their keys hold the same code points.
 */
public record EmailAddress(String shown, String key) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;

    private static final int MAX_LABEL_LENGTH = 63;

    /** What a dot-atom may hold beside letters and digits (RFC 5322). */
    private static final String ATOM_SIGNS = "_!#$%&'*+/=?^`{|}~-";

    /** Marks an encoded word (RFC 2047): inside an address it is a way to smuggle another one past a check. */
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?]*\\?[bq]\\?", Pattern.CASE_INSENSITIVE);

    /** How a domain label begins that stands for one with other letters than those of ASCII. */
    private static final String ENCODED_LABEL = "xn--";

    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

    /**
     * Reads an address as a person or a file wrote it.
     *
     * @param text any text; white space around it is ignored
     * @return the address, or empty when mail could not reach it
     */
    public static Optional<EmailAddress> parse(String text) {
        String shown = WhiteSpace.clean(text);
        int at = shown.lastIndexOf('@');
        if (shown.length() > MAX_LENGTH
                || at < 1
                || at > MAX_LOCAL_LENGTH
                || (shown.contains("=?") && ENCODED_WORD.matcher(shown).find())) {
            return Optional.empty();
        }
        if (!isDotAtom(shown, at)) {
            return Optional.empty();
        }
        String key = shown.toLowerCase(Locale.ROOT); // nearly always the same text, and the key already
        if (!Ascii.isAll(key) || key.indexOf(ENCODED_LABEL, at) >= 0) {
            Optional<String> domain = asciiDomain(shown.substring(at + 1));
            if (domain.isEmpty()) {
                return Optional.empty();
            }
            key = key.substring(0, at + 1) + domain.get();
        }
        return key.length() > MAX_LENGTH || !isDomain(key, at + 1)
                ? Optional.empty()
                : Optional.of(new EmailAddress(shown, key));
    }

    private static Optional<String> asciiDomain(String domain) {
        var converted = new StringBuilder();
        var result = new IDNA.Info();
        IDNA_2008.nameToASCII(domain, converted, result);
        return result.hasErrors() ? Optional.empty() : Optional.of(converted.toString());
    }

    /**
     * Tells whether {@code text} up to {@code end} is a dot-atom of ASCII: what every mail server takes. Quoted and
     * internationalised local parts are not among them.
     */
    private static boolean isDotAtom(String text, int end) {
        char before = '.';
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.' ? before == '.' : !isLetterOrDigit(c) && ATOM_SIGNS.indexOf(c) < 0) {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    /**
     * Tells whether {@code ascii} is, from {@code from} on, a host's name of two labels or more, the last of them no number
     * and no single sign.
     */
    private static boolean isDomain(String ascii, int from) {
        int lastDot = ascii.lastIndexOf('.');
        int start = from;
        for (int dot = ascii.indexOf('.', from); dot >= 0; dot = ascii.indexOf('.', start)) {
            if (!isLabel(ascii, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return lastDot > from
                && ascii.length() - start > 1
                && isLabel(ascii, start, ascii.length())
                && !isNumber(ascii, start, ascii.length());
    }

    private static boolean isLabel(String text, int from, int to) {
        if (to == from || to - from > MAX_LABEL_LENGTH || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '-' && !isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Returns the plain domain that this one can be mistaken for, such as {@code example.com} with a Cyrillic а in it;
     * or empty.
     */
    public Optional<String> lookAlike() {
        String ascii = key.substring(key.lastIndexOf('@') + 1);
        if (!ascii.contains(ENCODED_LABEL)) {
            return Optional.empty();
        }
        var domain = new StringBuilder();
        IDNA_2008.nameToUnicode(ascii, domain, new IDNA.Info());
        String looks = domain.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> Ascii.isAll(letter) ? letter : LOOKS.getSkeleton(letter))
                .collect(Collectors.joining());
        return Ascii.isAll(looks) ? Optional.of(looks) : Optional.empty();
    }

    @Override
    public String toString() {
        return shown;
    }
}
