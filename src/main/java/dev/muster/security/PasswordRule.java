package dev.muster.security;

/** What a password must be. Long is what counts: no rule asks for digits or signs. */
public final class PasswordRule {

    /** The fewest characters (code points) that a password has. */
    public static final int MIN_LENGTH = 12;

    /** Longer texts are refused: hashing them only costs time. */
    public static final int MAX_LENGTH = 256;

    private static final int GOOD_LENGTH = 16;
    private static final int FEW_DIFFERENT = 6;

    /** How hard a password is to guess, as far as its length and variety tell. */
    public enum Strength {
        TOO_SHORT,
        WEAK,
        GOOD,
        STRONG
    }

    private PasswordRule() {}

    /** Tells whether {@code password} may be used. */
    public static boolean accepts(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= MIN_LENGTH && length <= MAX_LENGTH;
    }

    /**
     * Makes sure of what the form has checked already.
     *
     * @throws IllegalArgumentException where {@code password} may not be used
     */
    static void require(String password) {
        if (!accepts(password)) {
            throw new IllegalArgumentException("A password has at least %d characters.".formatted(MIN_LENGTH));
        }
    }

    /** Returns how hard {@code password} is to guess. */
    public static Strength strength(String password) {
        int length = password.codePointCount(0, password.length());
        long different = password.codePoints().distinct().count();
        if (length < MIN_LENGTH) {
            return Strength.TOO_SHORT;
        }
        if (different < FEW_DIFFERENT) {
            return Strength.WEAK;
        }
        return length < GOOD_LENGTH ? Strength.GOOD : Strength.STRONG;
    }
}
