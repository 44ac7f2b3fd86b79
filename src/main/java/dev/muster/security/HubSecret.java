package dev.muster.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The hub's secret, kept outside the database so that a leaked database opens nothing. It is {@code MUSTER_SECRET}, or
 * else the file {@code secret.key} in the data directory, which the first start makes for its owner alone. Several
 * nodes must share it.
 */
@Component
public class HubSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MIN_LENGTH = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    HubSecret(@Value("${muster.secret:}") String secret, @Value("${muster.data}") Path dataDirectory) {
        String text = secret.isBlank() ? ofFile(dataDirectory.resolve("secret.key")) : secret.strip();
        if (text.length() < MIN_LENGTH) {
            throw new IllegalStateException(
                    "The hub's secret has %d characters; at least %d are needed. Set MUSTER_SECRET to a longer one."
                            .formatted(text.length(), MIN_LENGTH));
        }
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Returns the keyed hash of {@code text} as 64 hexadecimal digits.
     *
     * @param purpose what the hash is for, such as {@code tombstone}; the same text hashes differently for each purpose
     */
    public String hmacSha256Hex(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no %s.".formatted(ALGORITHM), e);
        }
    }

    /**
     * Encrypts {@code text}, so that it can lie in the database: whoever has that alone cannot read it.
     *
     * @param purpose what it is for; the same is needed to {@link #open} it
     */
    public String seal(String purpose, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /**
     * Decrypts what {@link #seal} encrypted for {@code purpose}.
     *
     * @throws OtherSecretException where it was sealed by another secret, or changed since
     */
    public String open(String purpose, String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        byte[] text = crypt(
                Cipher.DECRYPT_MODE,
                purpose,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] input) {
        byte[] sealKey = HexFormat.of().parseHex(hmacSha256Hex("seal", purpose));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(sealKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw new OtherSecretException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES in GCM.", e);
        }
    }

    private static String ofFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The key file %s cannot be read or made. Make it readable, or set MUSTER_SECRET.".formatted(file),
                    e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), readableByTheOwnerAlone(file))) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(bytes)));
        } catch (FileAlreadyExistsException e) {
            // Another process made it a moment ago; its key is as good.
            return;
        }
    }

    private static FileAttribute<?>[] readableByTheOwnerAlone(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
