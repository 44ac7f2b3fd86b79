package dev.muster.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes texts that nobody can guess: 256 random bits, in signs that can stand in a link. */
final class SecretToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretToken() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
