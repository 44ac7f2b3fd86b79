package dev.muster.invitations;

import dev.muster.security.HubSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Base64.Encoder;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The last part of personal links: 32 letters and digits, made of a number and the hub's secret. It can be made again
 * whenever the link is to be shown, and the database holds nothing that it could be made of without the secret. 144 of
 * its bits cannot be guessed.
 */
@Component
class PersonalTokens {

    /** What a link is for; the same number has another token for each. */
    enum Purpose {
        JOIN("invitation"),
        OPT_OUT("opt-out");

        private final String name;

        Purpose(String name) {
            this.name = name;
        }
    }

    private static final Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int LENGTH = 32;
    private static final int SECRET_BYTES = 18;
    private static final int NUMBER_BYTES = 6;
    private static final int HIGHEST_BYTES = Long.BYTES - NUMBER_BYTES;

    private final HubSecret secret;

    PersonalTokens(HubSecret secret) {
        this.secret = secret;
    }

    /** Returns the token of {@code number}, which is positive and below 2 to the 48. */
    String of(Purpose purpose, long number) {
        byte[] hash = HexFormat.of().parseHex(secret.hmacSha256Hex(purpose.name, Long.toString(number)));
        byte[] digits = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        return ENCODER.encodeToString(ByteBuffer.allocate(SECRET_BYTES + NUMBER_BYTES)
                .put(hash, 0, SECRET_BYTES)
                .put(digits, HIGHEST_BYTES, NUMBER_BYTES)
                .array());
    }

    /** Returns the number that {@code token} was made of, or empty where it is not a token of this hub. */
    OptionalLong read(Purpose purpose, String token) {
        if (token.length() != LENGTH) {
            return OptionalLong.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            byte[] digits = new byte[Long.BYTES];
            System.arraycopy(bytes, SECRET_BYTES, digits, HIGHEST_BYTES, NUMBER_BYTES);
            long number = ByteBuffer.wrap(digits).getLong();
            return isSame(token, of(purpose, number)) ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (IllegalArgumentException _) {
            return OptionalLong.empty();
        }
    }

    /** Takes as long wherever the two differ. */
    private static boolean isSame(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }
}
