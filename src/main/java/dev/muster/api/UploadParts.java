package dev.muster.api;

import dev.muster.common.Catalogue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes an upload apart while it comes in: the file goes to whoever takes it, piece by piece, and only the short texts
 * beside it are kept.
 */
@Component
class UploadParts {

    private static final String FILE = "file";
    private static final int MAX_TEXTS = 1 << 20;
    private static final int MAX_PARTS = 100;

    private final Catalogue texts;

    UploadParts(Catalogue texts) {
        this.texts = texts;
    }

    /** Takes the file of an upload. */
    interface FileTaker {

        /**
         * Reads {@code content} to its end, or tells that it wants no more.
         *
         * @return whether what follows the file is to be read
         */
        boolean take(String fileName, InputStream content);
    }

    /**
     * Reads the parts of {@code request}. The file comes before, after or between the texts. Where the taker wants no more
     * of it, nothing more is read: the answer is on its way before the rest of the file is.
     *
     * @return the texts by the names of their fields
     * @throws org.springframework.web.ErrorResponseException where it is no multipart upload, or has not exactly one file
     */
    Map<String, String> read(HttpServletRequest request, FileTaker taker) {
        var upload =
                new JakartaServletFileUpload<>(DiskFileItemFactory.builder().get());
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        try {
            return read(upload.getItemIterator(request), taker);
        } catch (IOException | UncheckedIOException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, texts.text("api.problem.no-upload"));
        }
    }

    private Map<String, String> read(FileItemInputIterator parts, FileTaker taker) throws IOException {
        var found = new TreeMap<String, String>();
        var findings = new Findings(texts);
        int files = 0;
        int left = MAX_TEXTS;
        for (int number = 0; parts.hasNext(); number++) {
            FileItemInput part = parts.next();
            String name = Objects.requireNonNullElse(part.getFieldName(), "");
            if (number == MAX_PARTS) {
                findings.wrong("body", texts.text("api.expected.parts", MAX_PARTS), name);
                findings.refuseIfAny();
            }
            if (name.equals(FILE) && ++files == 1) {
                if (!taker.take(Objects.requireNonNullElse(part.getName(), ""), part.getInputStream())) {
                    return found;
                }
            } else if (!name.equals(FILE)) {
                String text = text(part, left);
                left -= text.length();
                found.merge(name, text, (first, second) -> first + ',' + second);
            }
        }
        if (files != 1) {
            findings.wrong(FILE, texts.text("api.expected.one-file"), files);
            findings.refuseIfAny();
        }
        return found;
    }

    private String text(FileItemInput part, int left) throws IOException {
        byte[] bytes = part.getInputStream().readNBytes(left + 1);
        if (bytes.length > left) {
            throw Problems.of(HttpStatus.CONTENT_TOO_LARGE, texts.text("api.problem.body-too-large", MAX_TEXTS));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
