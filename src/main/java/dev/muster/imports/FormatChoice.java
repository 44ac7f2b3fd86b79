package dev.muster.imports;

import org.jspecify.annotations.Nullable;

/**
 * What an admin says about how a file is written.
 *
 * @param encoding null where it is to be detected
 * @param delimiter null where it is to be detected
 */
public record FormatChoice(
        @Nullable TextEncoding encoding, @Nullable Delimiter delimiter) {

    /** Everything is detected. */
    public static final FormatChoice DETECT = new FormatChoice(null, null);

    /** Returns the choice of exactly {@code format}. */
    public static FormatChoice of(FileFormat format) {
        return new FormatChoice(format.encoding(), format.delimiter());
    }

    /** Returns {@code detected} with what was chosen in its place. */
    FileFormat over(FileFormat detected) {
        return new FileFormat(
                encoding == null ? detected.encoding() : encoding,
                delimiter == null ? detected.delimiter() : delimiter);
    }
}
