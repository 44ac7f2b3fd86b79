package dev.muster.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Recognises, by their first bytes, the files that people choose when they mean a CSV. */
final class BinaryContent {

    /** How many bytes of a file tell what it is. */
    static final int HEAD = 8192;

    private BinaryContent() {}

    /** Returns what is wrong with a file that begins with {@code head}, or empty where it may be text. */
    static Optional<FileFault> find(byte[] head) {
        if (begins(head, "PK\3\4") || begins(head, "PK\5\6")) {
            return Optional.of(isWorkbook(head) ? FileFault.EXCEL : FileFault.ZIP);
        }
        if (begins(head, "\u00d0\u00cf\u0011\u00e0")) {
            return Optional.of(FileFault.EXCEL);
        }
        if (begins(head, "\u001f\u008b")) {
            return Optional.of(FileFault.GZIP);
        }
        if (begins(head, "%PDF-")) {
            return Optional.of(FileFault.PDF);
        }
        if (isImage(head)) {
            return Optional.of(FileFault.IMAGE);
        }
        if (begins(head, "MZ\u0090\0") || begins(head, "\u007fELF")) {
            return Optional.of(FileFault.PROGRAM);
        }
        return isWebPage(head) ? Optional.of(FileFault.WEB_PAGE) : Optional.empty();
    }

    private static boolean isImage(byte[] head) {
        return begins(head, "\u0089PNG")
                || begins(head, "\u00ff\u00d8\u00ff")
                || begins(head, "GIF8")
                || begins(head, "II*\0")
                || begins(head, "MM\0*")
                || (begins(head, "RIFF") && text(head).startsWith("WEBP", 8));
    }

    private static boolean begins(byte[] head, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** The entries of a workbook's archive lie in a folder called xl. */
    private static boolean isWorkbook(byte[] head) {
        return text(head).contains("xl/");
    }

    private static boolean isWebPage(byte[] head) {
        String text = text(head);
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            text = text.substring(3);
        }
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static String text(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1);
    }
}
