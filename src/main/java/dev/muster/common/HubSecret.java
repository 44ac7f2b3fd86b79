package dev.muster.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret that a leaked database does not hold: {@code MUSTER_SECRET}, or else the key file in the data directory,
 * which is written when it is first needed. Several nodes need the same secret. Thread-safe.
 */
@Component
public class HubSecret {

    private static final int BYTES = 32;

    private final String configured;
    private final Path keyFile;
    private volatile byte @Nullable [] key;

    HubSecret(@Value("${muster.secret:}") String configured, @Value("${muster.data}") Path data) {
        this.configured = configured;
        this.keyFile = data.resolve("muster.key");
    }

    /**
     * Returns a keyed hash (HMAC-SHA256) of {@code text}, 32 bytes that say nothing without the secret.
     *
     * @param purpose what it is for, so that a hash made for one purpose does not pass for another
     */
    public byte[] sign(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do HMAC-SHA256.", e);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = configured.isEmpty() ? fromFile() : configured.getBytes(StandardCharsets.UTF_8);
            key = known;
        }
        return known;
    }

    private synchronized byte[] fromFile() {
        try {
            createFileUnlessThere();
            String hex = Files.readString(keyFile).strip();
            if (hex.length() < 2 * BYTES) {
                throw new IllegalStateException(
                        "The key file %s is damaged: it holds %d characters, not %d. Put its backup in place."
                                .formatted(keyFile.toAbsolutePath(), hex.length(), 2 * BYTES));
            }
            return HexFormat.of().parseHex(hex);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key file %s can neither be read nor written.".formatted(keyFile.toAbsolutePath()), e);
        }
    }

    private void createFileUnlessThere() throws IOException {
        if (Files.exists(keyFile)) {
            return;
        }
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(keyFile.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(
                keyFile.toAbsolutePath().getParent(),
                "muster",
                ".key.new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(fresh), StandardOpenOption.SYNC);
        try {
            // A link, unlike a move, never replaces a key that another node wrote in the meantime.
            Files.createLink(keyFile, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
