package dev.muster.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out how stored files are written. */
@Component
class FileFormats {

    /** How much of a file tells its delimiter, in bytes. */
    static final int HEAD = 1 << 16;

    private final FileStore files;

    FileFormats(FileStore files) {
        this.files = files;
    }

    /** Returns how {@code file} is written, by its first bytes: UTF-8 unless a mark says otherwise. */
    FileFormat detect(StoredFile file) {
        return detect(head(file));
    }

    /** Returns how a file that begins with {@code head}, of {@link #HEAD} bytes if it has as many, is written. */
    static FileFormat detect(byte[] head) {
        TextEncoding encoding = TextEncoding.marked(head).orElse(TextEncoding.UTF_8);
        int mark = encoding.markLength(head);
        String text = new String(head, mark, head.length - mark, encoding.charset());
        return new FileFormat(encoding, DelimiterGuess.of(text));
    }

    /** Returns the older encoding that {@code file} is written in, read to its end; or empty. */
    Optional<TextEncoding> older(StoredFile file) {
        if (TextEncoding.marked(head(file)).isPresent()) {
            return Optional.empty();
        }
        try (InputStream content = files.open(file)) {
            return EncodingGuess.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] head(StoredFile file) {
        try (InputStream content = files.open(file)) {
            return content.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
