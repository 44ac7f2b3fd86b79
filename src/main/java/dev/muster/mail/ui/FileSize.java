package dev.muster.mail.ui;

import java.util.Locale;

/** Sizes of files as people read them. */
final class FileSize {

    private static final long KILO = 1000;

    private FileSize() {}

    /** Returns {@code bytes} in bytes, kB or MB, such as {@code 1.2 MB}. */
    static String shown(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < KILO * KILO
                ? String.format(Locale.ENGLISH, "%.1f kB", (double) bytes / KILO)
                : String.format(Locale.ENGLISH, "%.1f MB", (double) bytes / KILO / KILO);
    }
}
