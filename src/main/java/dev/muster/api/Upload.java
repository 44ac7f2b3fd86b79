package dev.muster.api;

import dev.muster.imports.FileTooLargeException;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportFileId;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file on its way from a client into the store, and what tells it from another. */
final class Upload implements UploadParts.FileTaker {

    private final ImportDesk desk;
    private final MessageDigest digest = sha256();
    private String fileName = "";
    private @Nullable ImportFileId file;
    private @Nullable FileTooLargeException tooLarge;

    Upload(ImportDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean take(String name, InputStream content) {
        fileName = name;
        var watched = new DigestInputStream(content, digest);
        try {
            file = desk.store(name, watched);
            return true;
        } catch (FileTooLargeException e) {
            tooLarge = e;
            return false;
        }
    }

    String fileName() {
        return fileName;
    }

    /** Returns the stored file. */
    ImportFileId file() {
        if (file == null) {
            throw new IllegalStateException("Nothing of %s was stored.".formatted(fileName));
        }
        return file;
    }

    /** Returns how it was too large; null where it was not. */
    @Nullable
    FileTooLargeException tooLarge() {
        return tooLarge;
    }

    /** Throws the file away, unless an import uses it. */
    void discard() {
        if (file != null) {
            desk.discard(file);
        }
    }

    /** Returns what is the same for the same file with the same {@code fields} only. Can be asked once. */
    String fingerprint(Map<String, String> fields) {
        byte[] ofFile = digest.digest();
        digest.update(ofFile);
        add(fileName);
        fields.forEach((name, text) -> {
            add(name);
            add(text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
